package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.worker.ConditionText;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.Requirement;
import io.eventwright.generator.model.WorkerModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of a definition's builder that say what must hold before and after a decision. */
final class ConditionSteps {
  private ConditionSteps() {}

  static CodeBlock of(WorkerModel worker) {
    CodeBlock.Builder steps = CodeBlock.builder();
    worker.requires().forEach(each -> steps.add("\n.requiring($L)", declared(each)));
    steps.add(
        worker.changes() == null
            ? "\n.requiring((event, none) -> WORKER.requires(event))"
            : "\n.requiring(WORKER::requires)");
    worker.ensures().forEach(each -> steps.add("\n.ensuring($L)", declared(each)));
    if (worker.changes() != null) {
      steps.add("\n.ensuring(WORKER::ensures)");
    }
    return steps.build();
  }

  private static CodeBlock declared(Requirement requirement) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(
        "\n$>$>$T.condition($S, $S)",
        RuntimeTypes.DECLARED,
        requirement.code(),
        requirement.conditions().stream()
            .map(ConditionText::of)
            .collect(Collectors.joining("; and ")));
    for (Condition condition : requirement.conditions()) {
      code.add(
          "\n$>$>.where($T.of($L), $L)$<$<",
          List.class,
          CodeBlock.join(
              condition.path().stream().map(each -> CodeBlock.of("$S", each)).toList(), ", "),
          CodeBlock.join(condition.tests().stream().map(ConditionSteps::test).toList(), ",$W"));
    }
    return code.add("$<$<").build();
  }

  private static CodeBlock test(Condition.Test test) {
    if (test instanceof Condition.Equal equal) {
      return is(equal.value());
    } else if (test instanceof Condition.Prefix prefix) {
      return CodeBlock.of("$T.beginsWith($S)", RuntimeTypes.TEST, prefix.prefix());
    } else if (test instanceof Condition.Suffix suffix) {
      return CodeBlock.of("$T.endsWith($S)", RuntimeTypes.TEST, suffix.suffix());
    } else if (test instanceof Condition.AnythingBut anythingBut) {
      return CodeBlock.of(
          "$T.anythingBut($L)",
          RuntimeTypes.TEST,
          CodeBlock.join(anythingBut.values().stream().map(ConditionSteps::is).toList(), ",$W"));
    } else if (test instanceof Condition.Exists exists) {
      return CodeBlock.of("$T.exists($L)", RuntimeTypes.TEST, exists.there());
    } else if (test instanceof Condition.Numeric numeric) {
      List<CodeBlock> bounds = new ArrayList<>();
      for (Condition.Bound bound : numeric.bounds()) {
        bounds.add(CodeBlock.of("$S, $L", bound.operator(), number(bound.value())));
      }
      return CodeBlock.of("$T.number($L)", RuntimeTypes.TEST, CodeBlock.join(bounds, ",$W"));
    }
    throw new IllegalStateException("no code for " + test);
  }

  private static CodeBlock is(@Nullable Object value) {
    if (value == null) {
      return CodeBlock.of("$T.isNull()", RuntimeTypes.TEST);
    }
    if (value instanceof BigDecimal number) {
      return CodeBlock.of("$T.is($L)", RuntimeTypes.TEST, number(number));
    }
    return value instanceof Boolean truth
        ? CodeBlock.of("$T.is($L)", RuntimeTypes.TEST, truth)
        : CodeBlock.of("$T.is($S)", RuntimeTypes.TEST, value);
  }

  private static CodeBlock number(BigDecimal value) {
    return CodeBlock.of("new $T($S)", BigDecimal.class, value.toString());
  }
}
