package io.eventwright.runtime.function;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.commit.TryAgain;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.function.RecordHandler.Result;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.observe.Outcome;
import io.eventwright.runtime.order.Cursor;
import io.eventwright.runtime.order.OrderTable;
import io.eventwright.runtime.order.ParkedEvent;
import io.eventwright.runtime.store.Timestamps;
import io.eventwright.runtime.time.Backoff;
import io.eventwright.runtime.time.Deadline;
import java.util.Optional;

/**
 * One event after the other. What comes before its turn is parked; the event that fills the gap is
 * only done with when what had waited for it is done too: until then its message comes again, so
 * that nothing waits for a turn that has come.
 *
 * @param runtime what is outside
 * @param run the worker
 * @param table cursors and what waits
 */
record StrictOrder<T, S>(SystemRuntime runtime, WorkerRun<T, S> run, OrderTable table) {

  Result handle(RawEvent event, SubjectTurns turns, Deadline deadline)
      throws Rejection, TryAgain, DependencyUnavailable {
    for (int tries = 0; turns.hasGap(); tries++) {
      Optional<Result> parked = park(event, turns);
      if (parked.isPresent()) {
        applyWaiting(turns.partition(), turns.seen(), deadline);
        return parked.get();
      }
      if (!Backoff.CONFLICT.pause(tries, deadline)) {
        throw new TryAgain("no time left for parking", null);
      }
      turns.look();
    }
    Result result = WorkerRecords.result(WorkerRecords.handle(run, event, turns, deadline));
    applyWaiting(turns.partition(), turns.seen(), deadline);
    return result;
  }

  /** Empty when the cursor has moved meanwhile. */
  private Optional<Result> park(RawEvent event, SubjectTurns turns) throws Rejection, TryAgain {
    run.check(event);
    OrderTable.Parked parked = table.park(parkedEvent(event, turns), turns.seen());
    return switch (parked) {
      case PARKED -> Optional.of(new Result(Outcome.PARKED, "waits for " + turns.previous()));
      case KNOWN -> Optional.of(new Result(Outcome.DUPLICATE, Outcome.PARKED.name()));
      case CHANGED ->
          throw new Rejection(
              Reason.PAYLOAD_CHANGED, "an event of the same id waits that had another payload");
      case NO_ROOM ->
          throw new TryAgain("too many events of its subject wait, or it is too large", null);
      case MOVED -> Optional.empty();
    };
  }

  private ParkedEvent parkedEvent(RawEvent event, SubjectTurns turns) {
    return new ParkedEvent(
        turns.partition(),
        run.definition().name(),
        turns.sequence(),
        turns.previous(),
        event.envelope().id(),
        run.definition().needs().payloadHash(event),
        Timestamps.now(runtime.clock()),
        EnvelopeWriter.write(event.envelope(), event.data().toString()));
  }

  private void applyWaiting(String partition, Cursor seen, Deadline deadline)
      throws TryAgain, DependencyUnavailable {
    if (seen.parked() == 0) {
      return;
    }
    ParkedApplication waiting = new ParkedApplication(runtime, run, table);
    while (true) {
      Cursor cursor = table.cursor(partition);
      Optional<ParkedEvent> first = table.first(partition, cursor);
      if (first.isEmpty() || cursor.hasGapBefore(first.get().previous())) {
        return;
      }
      if (!deadline.allows(1)) {
        throw new TryAgain("no time left for what had waited", null);
      }
      waiting.apply(first.get(), cursor, deadline);
    }
  }
}
