package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.Order;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;

/**
 * A worker that folds windows and says what a fold cannot do. Error: Lambda carries one state for
 * each shard and folds again what failed, so a fold is a value and nothing else.
 */
final class WindowFold implements Rule {

  @Override
  public String id() {
    return "window-fold";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      if (worker.feed().channel().value() instanceof Channel.Stream stream
          && stream.tumbling() != null) {
        check(worker, stream, found);
      }
    }
    for (ProjectionSource projection : system.source().projections()) {
      if (projection.feed().channel().value() instanceof Channel.Stream stream
          && stream.tumbling() != null) {
        found.error(
            projection.feed().channel().location(),
            id(),
            "Projection "
                + projection.name().value()
                + " writes a row for each event, and folds none. Remove tumbling:, or let a worker"
                + " fold and build the projection from the event that it emits.");
      }
    }
  }

  private void check(WorkerSource worker, Channel.Stream stream, Diagnostics found) {
    SourceLocation channel = worker.feed().channel().location();
    if (worker.emits().isEmpty()) {
      report(
          channel,
          worker,
          "says no event that they are folded into. Write emits: with that event first; its data"
              + " is what the window holds.",
          found);
    }
    if (worker.changes() != null) {
      report(
          worker.changes().entity().location(),
          worker,
          "cannot change an entity besides, since a fold may be made again. Let another worker"
              + " change it on the event that this one emits.",
          found);
    }
    if (!worker.uses().isEmpty()) {
      report(
          worker.uses().get(0).location(),
          worker,
          "cannot call "
              + worker.uses().get(0).value()
              + ", since a fold may be made again. Let another worker call it on the event that"
              + " this one emits.",
          found);
    }
    if (stream.parallel() > 1) {
      report(
          channel,
          worker,
          "cannot take a shard in parallel: Lambda carries one state for each shard. Remove"
              + " parallel:, or give the stream more shards:.",
          found);
    }
    if (worker.order().value() != Order.COMMUTATIVE) {
      report(
          worker.order().location(),
          worker,
          "cannot wait for an event or drop a stale one: a window ends by the clock. Remove"
              + " order:.",
          found);
    }
  }

  private void report(
      SourceLocation location, WorkerSource worker, String what, Diagnostics found) {
    found.error(
        location,
        id(),
        "Worker " + worker.name().value() + " folds windows (tumbling:), and " + what);
  }
}
