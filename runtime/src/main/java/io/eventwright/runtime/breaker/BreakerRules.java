package io.eventwright.runtime.breaker;

import io.eventwright.runtime.breaker.BreakerState.Phase;
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
          state.moved(Phase.HALF_OPEN, state.until(), Map.of(owner, now.plus(lease))));
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
    return Optional.of(state.within("", probes));
  }

  /** The state after calls while closed; it may be open. */
  BreakerState after(BreakerState closed, String newOutcomes, Instant now) {
    String all = closed.outcomes() + newOutcomes;
    String latest = all.substring(Math.max(0, all.length() - settings.window()));
    long failures = latest.chars().filter(outcome -> outcome == 'F').count();
    if (latest.length() >= settings.window()
        && failures * 100 >= (long) settings.failurePercent() * latest.length()) {
      return closed.moved(Phase.OPEN, now.plus(settings.open()), Map.of());
    }
    return closed.within(latest, Map.of());
  }

  /** The state after a probe: closed at once, or open for another while. */
  BreakerState probed(BreakerState halfOpen, boolean success, Instant now) {
    return success
        ? halfOpen.moved(Phase.CLOSED, now, Map.of())
        : halfOpen.moved(Phase.OPEN, now.plus(settings.open()), Map.of());
  }
}
