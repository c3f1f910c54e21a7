package io.eventwright.runtime.function;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.call.AttemptLease;
import io.eventwright.runtime.call.AttemptRunning;
import io.eventwright.runtime.call.AttemptTooSoon;
import io.eventwright.runtime.call.AttemptUncounted;
import io.eventwright.runtime.call.AttemptsExhausted;
import io.eventwright.runtime.call.Guards;
import io.eventwright.runtime.call.LeaseTable;
import io.eventwright.runtime.commit.CommitStore;
import io.eventwright.runtime.commit.Handled;
import io.eventwright.runtime.commit.Outside;
import io.eventwright.runtime.commit.TryAgain;
import io.eventwright.runtime.commit.Turns;
import io.eventwright.runtime.commit.WorkerProcessor;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.time.Randomness;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One worker in one instance: the processor, and the guards of what it calls. Safe under many
 * threads.
 */
final class WorkerRun<T, S> {
  private static final long UNLIMITED = Long.MAX_VALUE;

  /** Counting is a write, and what cannot be counted waits: it has longer than a look has. */
  private static final int COUNTING = 3;

  private final SystemRuntime runtime;
  private final WorkerDefinition<T, S> definition;
  private final CommitStore store;
  private final long attempts;
  private final @Nullable HandBackDelay rests;
  private final WorkerProcessor<T, S> processor;
  private final boolean countsBefore;

  /**
   * One that is fed by a channel or called by a route, which know no end of trying by themselves.
   *
   * @param countsBefore whether an attempt is counted before the worker's code, and not only before
   *     its first call: where what is behind it gives up late, or never
   */
  WorkerRun(SystemRuntime runtime, WorkerDefinition<T, S> definition, boolean countsBefore) {
    this(runtime, definition, runtime.commits(), AttemptLease.ATTEMPTS, countsBefore, null);
  }

  private WorkerRun(
      SystemRuntime runtime,
      WorkerDefinition<T, S> definition,
      CommitStore store,
      long attempts,
      boolean countsBefore,
      @Nullable HandBackDelay rests) {
    this.runtime = runtime;
    this.definition = definition;
    this.store = store;
    this.attempts = attempts;
    this.countsBefore = countsBefore;
    this.rests = rests;
    this.processor = new WorkerProcessor<>(definition, store, attempts == UNLIMITED);
  }

  /**
   * One that serves a saga, whose state machine says how often it is tried: what must be given back
   * is not given up here, and what it did is remembered for as long as its execution can last.
   */
  static <T, S> WorkerRun<T, S> ofSaga(SystemRuntime runtime, WorkerDefinition<T, S> definition) {
    return new WorkerRun<>(runtime, definition, runtime.commitsOfSagas(), UNLIMITED, false, null);
  }

  /** One whose source brings at once again what failed: its events rest between attempts. */
  static <T, S> WorkerRun<T, S> paced(SystemRuntime runtime, WorkerDefinition<T, S> definition) {
    return new WorkerRun<>(
        runtime,
        definition,
        runtime.commits(),
        AttemptLease.ATTEMPTS,
        true,
        HandBackDelay.of(definition.dependencies()));
  }

  WorkerDefinition<T, S> definition() {
    return definition;
  }

  /** Finds out whether an event could be taken, without deciding on it. */
  void check(RawEvent event) throws Rejection {
    processor.check(event);
  }

  Handled handle(String inboxKey, RawEvent event, Deadline deadline)
      throws Rejection, TryAgain, DependencyUnavailable {
    return handle(inboxKey, event, Turns.FREE, deadline);
  }

  Handled handle(String inboxKey, RawEvent event, Turns turns, Deadline deadline)
      throws Rejection, TryAgain, DependencyUnavailable {
    if (!definition.callsOutside()) {
      return processor.handle(inboxKey, event, Outside.NOTHING, turns, deadline);
    }
    AttemptLease lease = lease(inboxKey);
    Guards guards =
        new Guards(
            definition.dependencies(), runtime.breakers(), runtime.secrets(), runtime.traces());
    try {
      Outside outside =
          new Outside(
              guards.forMessage(inboxKey, lease, deadline),
              countsBefore ? () -> guards.begin(lease, deadline) : () -> {});
      return processor.handle(inboxKey, event, outside, turns, deadline);
    } catch (AttemptsExhausted e) {
      throw givenUp(lease, e);
    } catch (AttemptRunning e) {
      throw new TryAgain("another attempt at the same message is running", e);
    } catch (AttemptTooSoon | AttemptUncounted e) {
      throw new DependencyUnavailable(String.valueOf(e.getMessage()), true, e);
    } catch (DependencyUnavailable e) {
      rest(lease);
      throw e;
    } catch (StackOverflowError | LinkageError | RuntimeException e) {
      count(lease, deadline, e);
      rest(lease);
      throw e;
    } catch (VirtualMachineError e) {
      // It ends the instance, which is an end like being killed.
      lease.leave();
      throw e;
    } finally {
      release(lease);
    }
  }

  /** What fails by itself is an attempt too, whether it came to a call or not. */
  private void count(AttemptLease lease, Deadline deadline, Throwable failure) throws Rejection {
    if (failure instanceof SdkException || attempts == UNLIMITED) {
      return;
    }
    try {
      lease.begin(deadline.remainingMillis(), false);
    } catch (AttemptsExhausted e) {
      throw givenUp(lease, e);
    } catch (AttemptRunning | AttemptTooSoon | AttemptUncounted e) {
      // Somebody else is at it, or nobody can count now: the message comes again.
      failure.addSuppressed(e);
    }
  }

  private void rest(AttemptLease lease) {
    if (rests != null) {
      int seconds = rests.rest((int) lease.attempt(), Randomness.source());
      lease.restFor(runtime.settings().shortened(Duration.ofSeconds(seconds)));
    }
  }

  private static Rejection givenUp(AttemptLease lease, AttemptsExhausted e) {
    lease.forget();
    return new Rejection(Reason.ATTEMPTS_EXHAUSTED, String.valueOf(e.getMessage()));
  }

  /** Counts the attempts at the event that the inbox key names. */
  AttemptLease lease(String inboxKey) {
    return new AttemptLease(
        new LeaseTable(
            runtime.clients().dynamoDb(),
            runtime.settings().controlTable(),
            runtime.settings().breakerStoreLimit().multipliedBy(COUNTING)),
        inboxKey,
        runtime.clock(),
        store.remembered(),
        attempts);
  }

  private void release(AttemptLease lease) {
    try {
      lease.release();
    } catch (SdkException e) {
      runtime.journal(definition.name()).warn("a lease is left to end by itself", e);
    }
  }
}
