package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.TriggerSource;
import io.eventwright.generator.model.source.WorkerSource;

/**
 * A worker that a time or an object starts, and that changes an entity or needs fields. Error:
 * there is no event whose data would say which.
 */
final class TriggerWithoutData implements Rule {

  @Override
  public String id() {
    return "trigger-without-data";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      TriggerSource trigger = worker.trigger();
      if (trigger == null || trigger.subscription() != null) {
        continue;
      }
      if (worker.changes() != null || !worker.needs().isEmpty()) {
        found.error(
            trigger.location(),
            id(),
            "Worker "
                + worker.name().value()
                + " is started by "
                + (trigger instanceof TriggerSource.Schedule ? "a time" : "an object")
                + ", which has no data of a schema. Remove changes: and needs:, and publish an"
                + " event that another worker takes.");
      }
    }
  }
}
