package io.eventwright.runtime.call;

import io.eventwright.runtime.breaker.Breakers;
import io.eventwright.runtime.guard.Dependencies;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.trace.Traces;
import java.util.List;

/**
 * The dependencies that one worker declared.
 *
 * @param declared under {@code uses}
 * @param breakers of this instance
 * @param traces each call is a span
 */
public record Guards(List<DependencySettings> declared, Breakers breakers, Traces traces) {
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
    return name ->
        declared.stream()
            .filter(settings -> settings.name().equals(name))
            .findFirst()
            .map(
                settings ->
                    new GuardedDependency(
                        settings,
                        Sha256.uuid(inboxKey, name),
                        breakers.of(settings),
                        lease,
                        deadline,
                        traces))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no dependency " + name + " is declared under uses"));
  }
}
