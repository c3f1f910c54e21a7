package io.eventwright.runtime.breaker;

import io.eventwright.runtime.guard.BreakerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a breaker does, as functions from state to state; who writes it, and whether somebody else
 * was quicker, is not their matter.
 *
 * @param settings when it opens and when it tries again
 * @param lease how long a probe is believed to run: longer than it can, clocks' differences
 *     included
 */
record BreakerRules(BreakerSettings settings, Duration lease) {

  /** The state in which {@code owner} probes, or nothing when it may not. */
  Optional<BreakerState> probe(BreakerState state, String owner, Instant now) {
    if (state.phase() == Phase.OPEN && !now.isBefore(state.until())) {
      return Optional.of(
          state.moved(Phase.HALF_OPEN, now, state.until(), Map.of(owner, now.plus(lease))));
    }
    if (state.phase() != Phase.HALF_OPEN) {
      return Optional.empty();
    }
    Map<String, Instant> probes = new HashMap<>(state.probes());
    // A prober that was killed is forgotten when its lease ends.
    probes.values().removeIf(end -> !now.isBefore(end));
    if (probes.size() >= settings.permits()) {
      return Optional.empty();
    }
    probes.put(owner, now.plus(lease));
    return Optional.of(state.within(Outcomes.NONE, probes));
  }

  /**
   * The state after calls while closed; it may be open. As soon as enough have failed: whatever the
   * rest of the window turns out to be cannot change it.
   */
  BreakerState after(BreakerState closed, Outcomes told, Instant now) {
    Outcomes latest = latest(closed, told, now);
    return failedPercent(latest) >= settings.failurePercent()
        ? closed.moved(Phase.OPEN, now, now.plus(settings.open()), Map.of())
        : closed.within(latest, Map.of());
  }

  /** How much of the window has failed, in percent, as if the rest of it had not. */
  int failedPercent(BreakerState closed, Outcomes told, Instant now) {
    return failedPercent(latest(closed, told, now));
  }

  private int failedPercent(Outcomes latest) {
    return (int) (latest.failures() * 100 / settings.window());
  }

  private Outcomes latest(BreakerState closed, Outcomes told, Instant now) {
    return closed.outcomes().and(told).latest(settings.window(), now);
  }

  /** The state after a probe: closed at once, or open for another while. */
  BreakerState probed(BreakerState halfOpen, boolean success, Instant now) {
    return success
        ? halfOpen.moved(Phase.CLOSED, now, now, Map.of())
        : halfOpen.moved(Phase.OPEN, now, now.plus(settings.open()), Map.of());
  }
}
