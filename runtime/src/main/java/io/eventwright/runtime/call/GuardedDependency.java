package io.eventwright.runtime.call;

import io.eventwright.runtime.breaker.Breaker;
import io.eventwright.runtime.guard.Dependency;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.guard.Reconcile;
import io.eventwright.runtime.guard.ReconciledDependency;
import io.eventwright.runtime.time.Backoff;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.trace.Traces;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One dependency, as one message's worker calls it.
 *
 * @param settings how it is called
 * @param idempotencyKey the same on each retry of the message
 * @param breaker shared by all instances
 * @param lease counts the message's attempts
 * @param deadline when the invocation must be over
 * @param traces each call is a span
 */
record GuardedDependency(
    DependencySettings settings,
    String idempotencyKey,
    Breaker breaker,
    AttemptLease lease,
    Deadline deadline,
    Traces traces)
    implements Dependency, ReconciledDependency {
  /**
   * For so long a probe that fails is the dependency's failure. Afterwards it may be the messages
   * themselves, when nothing but those that always fail is left to probe with.
   */
  static final Duration NOT_THE_MESSAGE = Duration.ofHours(6);

  private static final Backoff BETWEEN_CALLS = new Backoff(100, 2_000);

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public <R> R call(Callable<R> call) throws DependencyUnavailable {
    return guarded((again, limit) -> TimeLimit.run(traces.here(call), limit.getAsLong()));
  }

  @Override
  public <R> R call(Callable<R> call, Reconcile<R> reconcile) throws DependencyUnavailable {
    return guarded(
        (again, limit) -> {
          if (again) {
            Optional<R> earlier = TimeLimit.run(traces.here(reconcile::outcome), limit.getAsLong());
            if (earlier.isPresent()) {
              return earlier.get();
            }
          }
          return TimeLimit.run(traces.here(call), limit.getAsLong());
        });
  }

  /** One try, told whether another may have been before it, and how long each call may take. */
  @FunctionalInterface
  private interface Try<R> {
    R make(boolean again, LongSupplier limit) throws Exception;
  }

  private <R> R guarded(Try<R> once) throws DependencyUnavailable {
    Exception last = null;
    for (int tries = 0; tries < settings.attempts(); tries++) {
      if (tries > 0 && !BETWEEN_CALLS.pause(tries, deadline)) {
        break;
      }
      if (limit() <= 0) {
        break;
      }
      Optional<Breaker.Admission> admission = breaker.admit();
      if (admission.isEmpty()) {
        lease.refused();
        throw unavailable("the breaker is open", last == null, last);
      }
      // Counted before the call: one that kills the instance is an attempt too.
      begin(admission.get());
      boolean success = false;
      Traces.Scope span = traces.call(name());
      try {
        R result = once.make(last != null || lease.isRerun(), this::limit);
        success = true;
        return result;
      } catch (Exception e) {
        last = e;
        span.failed(e);
      } finally {
        span.close();
        breaker.record(admission.get(), success);
      }
      if (admission.get().probe() != null) {
        if (breaker.downFor().compareTo(NOT_THE_MESSAGE) < 0) {
          lease.uncount();
        }
        throw unavailable("it still fails", false, last);
      }
    }
    throw unavailable(
        last instanceof TimeoutException ? "it took too long" : "it failed", false, last);
  }

  private long limit() {
    return Math.min(settings.timeout().toMillis(), deadline.remainingMillis());
  }

  private void begin(Breaker.Admission admission) {
    boolean begun = false;
    try {
      lease.beginCall(deadline.remainingMillis());
      begun = true;
    } finally {
      if (!begun) {
        breaker.abandon(admission);
      }
    }
  }

  private DependencyUnavailable unavailable(
      String why, boolean refused, @Nullable Throwable cause) {
    return new DependencyUnavailable(
        name() + " is not available: " + why, refused, (int) lease.attempt(), cause);
  }
}
