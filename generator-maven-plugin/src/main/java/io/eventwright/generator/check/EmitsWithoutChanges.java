package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;

/**
 * A worker that publishes in answer to events, and changes no entity. Warning: its events have no
 * order among each other.
 */
final class EmitsWithoutChanges implements Rule {

  @Override
  public String id() {
    return "emits-without-changes";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      if (worker.changes() == null
          && !worker.emits().isEmpty()
          && answersEvents(worker)
          && !foldsWindows(worker)) {
        found.warning(
            worker.emits().get(0).location(),
            id(),
            "Worker "
                + worker.name().value()
                + " publishes and changes no entity, so its events have no order among each other:"
                + " each is the first of its own subject. If they belong to an entity, add"
                + " changes:.");
      }
    }
  }

  /** Windows follow each other by the clock, and a fold says itself what it is about. */
  private static boolean foldsWindows(WorkerSource worker) {
    return worker.feed().channel().value() instanceof Channel.Stream stream
        && stream.tumbling() != null;
  }

  /** What a time or an object brings forth has no order of its own that could be kept. */
  private static boolean answersEvents(WorkerSource worker) {
    return worker.trigger() == null || worker.subscription() != null;
  }
}
