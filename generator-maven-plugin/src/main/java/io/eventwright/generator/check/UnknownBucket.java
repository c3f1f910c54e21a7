package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.TriggerSource;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;

/** A worker waits for objects in a bucket that is not declared. Error. */
final class UnknownBucket implements Rule {

  @Override
  public String id() {
    return "unknown-bucket";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    List<String> known =
        system.source().buckets().stream().map(each -> each.name().value()).toList();
    for (WorkerSource worker : system.source().workers()) {
      if (worker.trigger() instanceof TriggerSource.Bucket trigger) {
        Names.requireKnown(
            id(),
            "Worker " + worker.name().value() + " waits for objects in",
            "bucket",
            trigger.bucket(),
            known,
            system,
            found);
      }
    }
  }
}
