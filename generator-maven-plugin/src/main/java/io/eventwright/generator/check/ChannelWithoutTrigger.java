package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;

/** A worker that is called, and says how events reach it. Error: none do. */
final class ChannelWithoutTrigger implements Rule {

  @Override
  public String id() {
    return "channel-without-trigger";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      SourceLocation via = worker.feed().channel().location();
      // A default stands where the worker is named.
      if (worker.trigger() == null && !via.equals(worker.name().location())) {
        found.error(
            via,
            id(),
            "Worker "
                + worker.name().value()
                + " waits for nothing: it is called, so nothing is fed to it. Remove via:, or add"
                + " on:.");
      }
    }
  }
}
