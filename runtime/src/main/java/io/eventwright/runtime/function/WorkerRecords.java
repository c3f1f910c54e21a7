package io.eventwright.runtime.function;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.commit.Handled;
import io.eventwright.runtime.commit.TryAgain;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.observe.Outcome;
import io.eventwright.runtime.order.OrderTable;
import io.eventwright.runtime.store.Keys;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.worker.Ordering;
import io.eventwright.runtime.worker.WorkerDefinition;

/**
 * What a worker does with one event, whatever channel brings it: at once, or in the order that it
 * keeps. Safe under many threads.
 */
final class WorkerRecords<T, S> implements RecordHandler {
  private final SystemRuntime runtime;
  private final WorkerRun<T, S> run;
  private final Ordering ordering;

  private WorkerRecords(SystemRuntime runtime, WorkerRun<T, S> run) {
    this.runtime = runtime;
    this.run = run;
    this.ordering = run.definition().ordering();
  }

  /** Made once for each function. */
  static <T, S> RecordHandler of(WorkerDefinition<T, S> definition, SystemRuntime runtime) {
    return new WorkerRecords<>(runtime, new WorkerRun<>(runtime, definition, true));
  }

  /** The same for a source that brings at once again what failed. */
  static <T, S> RecordHandler paced(WorkerDefinition<T, S> definition, SystemRuntime runtime) {
    return new WorkerRecords<>(runtime, WorkerRun.paced(runtime, definition));
  }

  @Override
  public Result handle(RawEvent received, Deadline deadline)
      throws Rejection, TryAgain, DependencyUnavailable {
    RawEvent event = run.definition().needs().of(received);
    if (event.replay() != null) {
      replays().check(run.definition(), inboxKey(run, event), event);
    }
    if (ordering == Ordering.COMMUTATIVE) {
      return result(run.handle(inboxKey(run, event), event, deadline));
    }
    OrderTable table =
        new OrderTable(runtime.clients().dynamoDb(), runtime.settings().orderTable());
    String worker = run.definition().name();
    SubjectTurns turns = SubjectTurns.of(table, runtime.clock(), worker, event);
    if (ordering == Ordering.STRICT) {
      return new StrictOrder<>(runtime, run, table).handle(event, turns, deadline);
    }
    return result(handle(run, event, turns, deadline));
  }

  private ReplayRules replays() {
    return new ReplayRules(
        runtime.commits().inbox(), runtime.settings().remembered(), runtime.clock());
  }

  static Handled handle(WorkerRun<?, ?> run, RawEvent event, SubjectTurns turns, Deadline deadline)
      throws Rejection, TryAgain, DependencyUnavailable {
    Handled handled = run.handle(inboxKey(run, event), event, turns, deadline);
    if (handled.duplicate()) {
      turns.stepOverKnown();
    }
    return handled;
  }

  private static String inboxKey(WorkerRun<?, ?> run, RawEvent event) {
    Envelope envelope = event.envelope();
    return Keys.join(run.definition().name(), envelope.source(), envelope.id());
  }

  static Result result(Handled handled) {
    if (handled.duplicate()) {
      return new Result(Outcome.DUPLICATE, handled.decision().outcome().name());
    }
    return switch (handled.decision().outcome()) {
      case APPLIED -> new Result(Outcome.APPLIED, null);
      case UNCHANGED -> new Result(Outcome.UNCHANGED, null);
      case REFUSED -> new Result(Outcome.REFUSED, handled.decision().code());
      case STALE -> new Result(Outcome.STALE, handled.decision().reason());
    };
  }
}
