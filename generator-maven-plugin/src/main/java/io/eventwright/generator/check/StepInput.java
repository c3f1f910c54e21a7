package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.SagaValue;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step that does not fill the record that its worker takes, fills one that it does not take, or
 * whose undo takes another. Error: the worker would reject what it is given.
 */
final class StepInput implements Rule {

  @Override
  public String id() {
    return "step-input";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      saga.allSteps().forEach(step -> check(step, system, found));
    }
  }

  private void check(SagaStep step, SystemUnderCheck system, Diagnostics found) {
    EventRef takes =
        step instanceof SagaStep.Call call
            ? takes(call.worker().value(), system)
            : step instanceof SagaStep.Task task
                ? task.takes()
                : step instanceof SagaStep.Publish publish ? publish.event() : null;
    Map<String, SagaValue> with = step.with();
    if (step instanceof SagaStep.Call call) {
      if (takes == null && !with.isEmpty()) {
        found.error(
            step.location(),
            id(),
            "Step "
                + step.name()
                + " has with, and worker "
                + call.worker().value()
                + " takes the event that starts the saga. Give the worker a takes, or leave with"
                + " out.");
        return;
      }
      if (takes != null && with.isEmpty()) {
        empty("Worker " + call.worker().value(), takes, step, found);
        return;
      }
    }
    if (takes != null && step instanceof SagaStep.Task task && with.isEmpty()) {
      empty("Task " + task.work().value(), takes, step, found);
    }
    if (takes != null && !with.isEmpty()) {
      fields(step, takes, with.keySet(), system, found);
    }
    undo(step, takes, system, found);
  }

  private void empty(String who, EventRef takes, SagaStep step, Diagnostics found) {
    found.error(
        step.location(),
        id(),
        who
            + " takes "
            + takes
            + ", and step "
            + step.name()
            + " does not fill it. Add with: { field: path }.");
  }

  private void fields(
      SagaStep step,
      EventRef takes,
      Set<String> filled,
      SystemUnderCheck system,
      Diagnostics found) {
    List<SchemaNode> facets = SagaKnowledge.facets(takes, system);
    Set<String> known = new SchemaPaths(system.schemas()).properties(facets).keySet();
    for (String field : filled) {
      if (!facets.isEmpty() && !known.contains(field)) {
        found.error(
            step.location(),
            id(),
            "Step "
                + step.name()
                + " fills "
                + field
                + ", and "
                + takes
                + " has no such field. It has: "
                + String.join(", ", known)
                + ".");
      }
    }
    facets.stream()
        .flatMap(facet -> facet.find(Keyword.Required.class).stream())
        .flatMap(required -> required.names().stream())
        .distinct()
        .filter(field -> !filled.contains(field))
        .forEach(
            field ->
                found.error(
                    step.location(),
                    id(),
                    "Step "
                        + step.name()
                        + " does not fill "
                        + field
                        + ", which "
                        + takes
                        + " requires. Add it to with."));
  }

  /** An undo is given what its step was given; that of a service, the saga's event. */
  private void undo(
      SagaStep step, @Nullable EventRef takes, SystemUnderCheck system, Diagnostics found) {
    SagaStep.Named undo = step.undo();
    if (undo == null) {
      return;
    }
    EventRef given = step instanceof SagaStep.Call ? takes : null;
    EventRef wanted = takes(undo.value(), system);
    if (!Objects.equals(given, wanted)) {
      found.error(
          undo.location(),
          id(),
          "Step "
              + step.name()
              + " is given "
              + words(given)
              + ", and its undo "
              + undo.value()
              + " takes "
              + words(wanted)
              + ". An undo is given what its step was given"
              + (step instanceof SagaStep.Call ? "." : ", and one of a service the saga's event."));
    }
  }

  private static String words(@Nullable EventRef record) {
    return record == null ? "the saga's event" : record.toString();
  }

  private static @Nullable EventRef takes(String worker, SystemUnderCheck system) {
    return SagaWalk.worker(worker, system)
        .map(WorkerSource::takes)
        .map(Located::value)
        .orElse(null);
  }
}
