package io.eventwright.generator.check;

import io.eventwright.generator.bounds.Types;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.SagaValue;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step that asks for what the saga does not know there: nothing of the name, something that is
 * not made on every path before it, a field that need not be there, or no list where one is gone
 * through. Error: the execution would fail when it gets there.
 */
final class SagaPathUnknown implements Rule {

  /** How a path is used. */
  private enum Use {
    VALUE,
    LIST,
    TIME,
    /** A test that is false when nothing is there. */
    TEST
  }

  private record Asked(SagaPath path, Use use) {}

  @Override
  public String id() {
    return "saga-path";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    system
        .source()
        .sagas()
        .forEach(
            saga ->
                new SagaWalk(
                        system,
                        (step, known) ->
                            asked(step).forEach(each -> check(step, each, known, system, found)))
                    .through(saga));
  }

  private void check(
      SagaStep step, Asked asked, SagaKnowledge known, SystemUnderCheck system, Diagnostics found) {
    SagaPath path = asked.path();
    if (!known.knows(path)) {
      Set<String> roots = new LinkedHashSet<>(known.schemas().keySet());
      roots.add(SagaPath.EXECUTION);
      report(
          step,
          path,
          "nothing of the name "
              + path.root()
              + " is known there on every path."
              + Suggestion.didYouMean(path.root(), roots)
              + " Known are: "
              + String.join(", ", roots)
              + ".",
          found);
      return;
    }
    if (SagaKnowledge.isAlways(path)) {
      return;
    }
    PathLookup lookup = known.lookup(path, system);
    String wrong = wrong(asked, lookup);
    if (wrong != null) {
      report(step, path, wrong, found);
    }
  }

  private static @Nullable String wrong(Asked asked, PathLookup lookup) {
    if (lookup instanceof PathLookup.Missing missing) {
      return "there is no "
          + missing.name()
          + "."
          + Suggestion.didYouMean(missing.name(), missing.known())
          + (missing.known().isEmpty() ? "" : " There are: " + String.join(", ", missing.known()))
          + ".";
    }
    PathLookup.Found there = (PathLookup.Found) lookup;
    if (!there.required() && asked.use() != Use.TEST) {
      return "it need not be there. Require it, or take something else.";
    }
    if (asked.use() == Use.LIST && !Types.of(there.facets()).equals(Set.of(JsonType.ARRAY))) {
      return "it is no list.";
    }
    return asked.use() == Use.TIME && !Types.of(there.facets()).equals(Set.of(JsonType.STRING))
        ? "it is no text that holds a time."
        : null;
  }

  private void report(SagaStep step, SagaPath path, String wrong, Diagnostics found) {
    found.error(
        path.location(), id(), "Step " + step.name() + " asks for " + path + ", and " + wrong);
  }

  private static List<Asked> asked(SagaStep step) {
    List<Asked> all = new ArrayList<>();
    if (step instanceof SagaStep.Choice choice) {
      choice
          .cases()
          .forEach(
              each ->
                  each.when()
                      .forEach(
                          test ->
                              all.add(
                                  new Asked(test.path(), compares(test) ? Use.VALUE : Use.TEST))));
    } else if (step instanceof SagaStep.Each each) {
      all.add(new Asked(each.over(), Use.LIST));
    } else if (step instanceof SagaStep.Wait waits && waits.until() != null) {
      all.add(new Asked(waits.until(), Use.TIME));
    } else if (step instanceof SagaStep.Put put) {
      all.add(new Asked(put.key(), Use.VALUE));
    }
    SagaStep.Callback callback = SagaModel.callback(step);
    if (callback != null && callback.by() != null) {
      all.add(new Asked(callback.by(), Use.VALUE));
    }
    for (SagaValue value : step.with().values()) {
      if (value instanceof SagaValue.At at) {
        all.add(new Asked(at.path(), Use.VALUE));
      }
    }
    return all;
  }

  /** A number cannot be compared with nothing. */
  private static boolean compares(SagaStep.Test test) {
    return test.tests().stream().anyMatch(Condition.Numeric.class::isInstance);
  }
}
