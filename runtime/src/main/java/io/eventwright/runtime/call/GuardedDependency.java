package io.eventwright.runtime.call;

import io.eventwright.runtime.breaker.Breaker;
import io.eventwright.runtime.guard.Declined;
import io.eventwright.runtime.guard.Dependency;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.guard.Reconcile;
import io.eventwright.runtime.guard.ReconciledDependency;
import io.eventwright.runtime.time.Backoff;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.trace.Traces;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
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
  private static final Backoff BETWEEN_CALLS = new Backoff(100, 2_000);

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public <R> R call(Callable<R> call) throws DependencyUnavailable {
    return guarded((again, limit) -> limit.run(traces.here(call)));
  }

  @Override
  public <R> R call(Callable<R> call, Reconcile<R> reconcile) throws DependencyUnavailable {
    return guarded(
        (again, limit) -> {
          if (again) {
            Optional<R> earlier = limit.run(traces.here(reconcile::outcome));
            if (earlier.isPresent()) {
              return earlier.get();
            }
          }
          return limit.run(traces.here(call));
        });
  }

  /** One try, told whether another may have been before it, and how long all of it may take. */
  @FunctionalInterface
  private interface Try<R> {
    R make(boolean again, TimeLimit limit) throws Exception;
  }

  private <R> R guarded(Try<R> once) throws DependencyUnavailable {
    Exception last = null;
    Breaker.Admission latest = null;
    for (int tries = 0; tries < settings.attempts(); tries++) {
      if (tries > 0 && !BETWEEN_CALLS.pause(tries, deadline)) {
        break;
      }
      if (!CallRules.fits(settings, deadline)) {
        if (last == null) {
          throw noTime();
        }
        break;
      }
      Optional<Breaker.Admission> admission = breaker.admit();
      if (admission.isEmpty()) {
        throw refused(latest, last);
      }
      latest = admission.get();
      // Counted before the call: one that kills the instance is an attempt too.
      begin(admission.get());
      boolean success = false;
      Traces.Scope span = traces.call(name());
      try {
        R result =
            once.make(
                last != null || lease.isRerun(),
                new TimeLimit(Deadline.in(settings.timeout().toMillis())));
        success = true;
        return result;
      } catch (Declined e) {
        // It is well, and has answered.
        success = true;
        throw e;
      } catch (Exception e) {
        last = e;
        span.failed(e);
      } finally {
        span.close();
        breaker.record(admission.get(), success);
      }
      if (latest.probe() != null) {
        count(latest);
        throw unavailable("it still fails", false, last);
      }
    }
    count(latest);
    throw unavailable(
        last instanceof TimeoutException ? "it took too long" : "it failed", false, last);
  }

  private void begin(Breaker.Admission admission) throws DependencyUnavailable {
    boolean begun = false;
    try {
      lease.begin(deadline.remainingMillis(), CallRules.sparesMessage(breaker, admission));
      if (!CallRules.fits(settings, deadline)) {
        // Counting took the time that the call needs.
        throw noTime();
      }
      lease.calls();
      begun = true;
    } finally {
      if (!begun) {
        breaker.abandon(admission);
      }
    }
  }

  /** Who has used up the time with other calls has had an attempt; else it is nobody's fault. */
  private DependencyUnavailable noTime() {
    if (!lease.hasCalled()) {
      lease.uncount();
    } else {
      lease.failed();
    }
    return unavailable("no time is left for a call of it", !lease.hasCalled(), null);
  }

  private DependencyUnavailable refused(
      Breaker.@Nullable Admission latest, @Nullable Exception last) {
    if (last == null) {
      lease.spared();
    } else {
      count(latest);
    }
    return unavailable("the breaker is open", last == null, last);
  }

  /**
   * A call has failed: the attempt stays counted, unless the failure says nothing of the message.
   */
  private void count(Breaker.@Nullable Admission admission) {
    if (admission != null && CallRules.sparesMessage(breaker, admission)) {
      lease.spared();
    } else {
      lease.failed();
    }
  }

  private DependencyUnavailable unavailable(
      String why, boolean refused, @Nullable Throwable cause) {
    return new DependencyUnavailable(
        name() + " is not available: " + why, refused, (int) lease.attempt(), cause);
  }
}
