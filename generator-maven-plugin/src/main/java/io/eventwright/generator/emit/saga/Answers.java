package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.emit.saga.language.Language;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.SagaStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The choice behind a step that answers, in a language in which asking for what is not there ends
 * the execution: what is asked for later must be there, or the step has failed.
 *
 * @param failures where that leads
 */
record Answers(Failures failures) {

  private Flow flow() {
    return failures.flow();
  }

  private SagaStep step() {
    return failures.step();
  }

  String name() {
    return "Answer of " + step().name();
  }

  /** What must be there of its answer, where asking in vain for it could not be caught. */
  List<Language.Test> asked(Values values) {
    if (flow().language().catchesMissing()) {
      return List.of();
    }
    List<Expression> asked =
        new ArrayList<>(values.asked(step()).stream().map(values::at).distinct().toList());
    if (asked.isEmpty() && step() instanceof SagaStep.Call call && values.returns(call)) {
      asked.add(values.known(step().name(), List.of()));
    }
    return asked.stream().map(Answers::there).toList();
  }

  static Language.Test there(Expression value) {
    return new Language.Test(value, List.of(new Condition.Exists(true)), false);
  }

  /** An answer that says nothing may come after the step's effect. */
  void add(List<Language.Test> answers, @Nullable String then) {
    Map<String, Object> rule = new LinkedHashMap<>();
    flow().language().when(rule, answers);
    rule.put("Next", flow().target(then));
    failures.otherwise(
        name(),
        rule,
        "No answer of " + step().name(),
        SagaErrors.NO_ANSWER,
        step().name() + " did not answer what it returns");
  }
}
