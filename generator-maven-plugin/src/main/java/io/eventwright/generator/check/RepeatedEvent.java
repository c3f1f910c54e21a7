package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.HashSet;
import java.util.Set;

/** An event named twice in one list. Error: what is meant by the second is not clear. */
final class RepeatedEvent implements Rule {

  @Override
  public String id() {
    return "repeated-event";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      Set<EventRef> seen = new HashSet<>();
      worker.emits().stream()
          .filter(each -> !seen.add(each.value()))
          .forEach(
              each ->
                  found.error(
                      each.location(),
                      id(),
                      "Worker "
                          + worker.name().value()
                          + " emits "
                          + each.value()
                          + " twice. Remove one."));
    }
    for (ProjectionSource projection : system.source().projections()) {
      Set<String> seen = new HashSet<>();
      projection.from().stream()
          .filter(each -> !seen.add(each.value().event()))
          .forEach(
              each ->
                  found.error(
                      each.location(),
                      id(),
                      "Projection "
                          + projection.name().value()
                          + " is built from "
                          + each.value().event()
                          + " twice. Name it once, with a range of majors."));
    }
  }
}
