package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a verdict: a condition in both its forms, or statements that return false when the
 * value is refused.
 *
 * @param statements null when the step comes down to a condition
 * @param holds the condition, null for statements
 * @param fails the same the other way round
 */
record Step(@Nullable CodeBlock statements, @Nullable CodeBlock holds, @Nullable CodeBlock fails) {

  /** Statements that are more than a condition. */
  static Step of(CodeBlock statements) {
    return new Step(statements, null, null);
  }

  /** A condition, in both its forms: what must hold, and when it does not. */
  static Step condition(CodeBlock holds, CodeBlock fails) {
    return new Step(null, holds, fails);
  }

  /** A call, or another expression that needs no parentheses, that must be true. */
  static Step require(CodeBlock holds) {
    return condition(holds, CodeBlock.of("!$L", holds));
  }

  /** The steps as statements; neighbours that are conditions are asked in one. */
  static CodeBlock code(List<Step> steps) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<CodeBlock> fails = new ArrayList<>();
    for (Step step : steps) {
      if (step.fails != null) {
        fails.add(step.fails);
      } else {
        flush(fails, code);
        code.add(Objects.requireNonNull(step.statements));
      }
    }
    flush(fails, code);
    return code.build();
  }

  private static void flush(List<CodeBlock> fails, CodeBlock.Builder code) {
    if (!fails.isEmpty()) {
      code.add("if ($>$>$L$<$<) {\n$>return false;\n$<}\n", any(fails));
      fails.clear();
    }
  }

  private static CodeBlock any(List<CodeBlock> conditions) {
    if (conditions.size() == 1) {
      return conditions.get(0);
    }
    return CodeBlock.join(conditions.stream().map(Step::term).toList(), "\n|| ");
  }

  /** A condition among others: nobody should have to remember what binds tighter. */
  private static CodeBlock term(CodeBlock condition) {
    return condition.toString().contains(" && ") ? CodeBlock.of("($L)", condition) : condition;
  }

  /** The steps as a body that ends in a verdict: a single expression where they come to that. */
  static CodeBlock body(List<Step> steps) {
    if (steps.isEmpty()) {
      return CodeBlock.of("return true;\n");
    }
    if (steps.stream().allMatch(step -> step.holds != null)) {
      return CodeBlock.of("return $>$>$L$<$<;\n", all(steps));
    }
    int statements = steps.size();
    while (steps.get(statements - 1).holds != null) {
      statements--;
    }
    CodeBlock.Builder body = CodeBlock.builder();
    body.add(code(steps.subList(0, statements)));
    List<Step> rest = steps.subList(statements, steps.size());
    if (rest.isEmpty()) {
      body.add("return true;\n");
    } else {
      body.add("return $>$>$L$<$<;\n", all(rest));
    }
    return body.build();
  }

  private static CodeBlock all(List<Step> conditions) {
    return CodeBlock.join(
        conditions.stream().map(step -> CodeBlock.of("$L", step.holds)).toList(), "\n&& ");
  }
}
