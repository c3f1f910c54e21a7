package io.eventwright.runtime.call;

import io.eventwright.runtime.breaker.Breakers;
import io.eventwright.runtime.guard.Dependencies;
import io.eventwright.runtime.guard.Dependency;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.secret.Secret;
import io.eventwright.runtime.secret.Secrets;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.trace.Traces;
import java.util.List;

/**
 * The dependencies that one worker declared.
 *
 * @param declared under {@code uses}
 * @param breakers of this instance
 * @param secrets of this instance
 * @param traces each call is a span
 */
public record Guards(
    List<DependencySettings> declared, Breakers breakers, Secrets secrets, Traces traces) {
  public Guards {
    declared = List.copyOf(declared);
  }

  /**
   * As the worker calls them for one message.
   *
   * @param inboxKey names the consumer and the message's event: the idempotency key comes from it
   * @param lease counts the message's attempts; the caller releases it
   */
  public Dependencies forMessage(String inboxKey, AttemptLease lease, Deadline deadline) {
    return new Dependencies() {
      @Override
      public Dependency named(String name) {
        DependencySettings settings = declared(name);
        return new GuardedDependency(
            settings, Sha256.uuid(inboxKey, name), breakers.of(settings), lease, deadline, traces);
      }

      @Override
      public Secret secret(String name) {
        return secrets.of(declared(name).name());
      }
    };
  }

  /**
   * Counts the attempt before the worker's own code runs, so that a message by which that code
   * kills the instance is given up too. Not while a breaker refuses calls: what is handed back then
   * is no attempt, and to count it and take it back would be two writes for each receive of an
   * outage; nor without the time for any call.
   *
   * @throws AttemptRunning when somebody else holds the lease
   * @throws AttemptsExhausted when there were enough attempts
   */
  public void begin(AttemptLease lease, Deadline deadline) {
    if (declared.stream().anyMatch(each -> CallRules.fits(each, deadline))
        && declared.stream().allMatch(each -> breakers.of(each).closed())) {
      lease.begin(deadline.remainingMillis(), false);
    }
  }

  private DependencySettings declared(String name) {
    return declared.stream()
        .filter(settings -> settings.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("no dependency " + name + " is declared under uses"));
  }
}
