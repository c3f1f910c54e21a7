package io.eventwright.runtime.function;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.commit.TryAgain;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.intake.MessageReader;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.observe.Outcome;
import io.eventwright.runtime.order.Cursor;
import io.eventwright.runtime.order.OrderTable;
import io.eventwright.runtime.order.ParkedEvent;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.trace.Traces;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Applies what had waited, as if it had just come; with a line and metrics of its own, since no
 * message stands for it any more.
 *
 * @param runtime what is outside
 * @param run the worker
 * @param table where it waits
 */
record ParkedApplication(SystemRuntime runtime, WorkerRun<?, ?> run, OrderTable table) {

  /**
   * One less than a queue gives the message that applies it, which has been done with and must not
   * end among the dead letters for another's sake.
   */
  private static final int MOST_ATTEMPTS = 4;

  void apply(ParkedEvent parked, Cursor seen, Deadline deadline)
      throws TryAgain, DependencyUnavailable {
    long begun = System.nanoTime();
    RawEvent event = null;
    Outcome outcome = Outcome.RETRIED;
    String reason = null;
    Throwable failure = null;
    Throwable thrown = null;
    Traces.Handling span = runtime.traces().handling(run.definition().name(), null);
    try {
      event = MessageReader.read(parked.event());
      span.of(event.envelope());
      SubjectTurns turns =
          SubjectTurns.ofParked(table, runtime.clock(), run.definition().name(), event, seen);
      RecordHandler.Result result =
          WorkerRecords.result(WorkerRecords.handle(run, event, turns, deadline));
      outcome = result.outcome();
      reason = result.reason();
    } catch (Rejection e) {
      thrown = e;
      reason = e.reason().word();
      outcome = putAside(parked, event, e);
    } catch (TryAgain | DependencyUnavailable e) {
      failure = e;
      thrown = e;
      throw e;
    } catch (RuntimeException | Error e) {
      failure = e;
      thrown = e;
      Failures.throwIfFatal(e);
      Rejection exhausted = exhausted(parked, e);
      if (exhausted == null) {
        throw e;
      }
      reason = exhausted.reason().word();
      outcome = putAside(parked, event, exhausted);
    } finally {
      span.ended(outcome.word(), reason, thrown, outcome.isError());
      span.close();
      tell(outcome, event, reason, failure, begun);
    }
  }

  /** Null while it may be tried again: by then its neighbour's message has receives left. */
  private @Nullable Rejection exhausted(ParkedEvent parked, Throwable failure) {
    if (failure instanceof SdkException) {
      return null;
    }
    long attempts = table.failed(parked);
    return attempts < MOST_ATTEMPTS
        ? null
        : new Rejection(
            Reason.ATTEMPTS_EXHAUSTED, "had waited, and failed in %d attempts".formatted(attempts));
  }

  /** What can never be applied waits elsewhere; what follows it goes on waiting for it. */
  private Outcome putAside(ParkedEvent parked, @Nullable RawEvent event, Rejection rejection)
      throws TryAgain {
    String consumer = run.definition().name();
    DeadLetters deadLetters = new DeadLetters(runtime, consumer);
    boolean givenUp = rejection.reason() == Reason.ATTEMPTS_EXHAUSTED && deadLetters.exist();
    if (givenUp) {
      deadLetters.send(parked.event(), rejection);
    } else if (!runtime
        .quarantine()
        .send(
            consumer,
            rejection,
            event == null ? null : event.envelope(),
            "parked-" + parked.id(),
            parked.event())) {
      throw new TryAgain("what had waited is too large for the quarantine", null);
    }
    table.drop(parked);
    return givenUp ? Outcome.DEAD_LETTERED : Outcome.QUARANTINED;
  }

  private void tell(
      Outcome outcome,
      @Nullable RawEvent event,
      @Nullable String reason,
      @Nullable Throwable failure,
      long begun) {
    Journal journal = runtime.journal(run.definition().name());
    BatchMetrics metrics = new BatchMetrics();
    metrics.count(outcome);
    metrics.took((System.nanoTime() - begun) / 1_000_000);
    if (outcome == Outcome.QUARANTINED && reason != null) {
      metrics.rejected(reason);
    }
    journal.record(
        outcome,
        null,
        event == null ? null : event.envelope(),
        reason == null ? "had waited" : reason,
        failure,
        (System.nanoTime() - begun) / 1_000_000);
    metrics.flush(journal, runtime.clock().millis());
  }
}
