package io.eventwright.runtime.breaker;

import java.time.Instant;
import java.util.Map;

/**
 * A breaker as all instances share it.
 *
 * @param phase what is allowed
 * @param generation one more on each change of phase, so that what began before it is told
 * @param revision one more on each write
 * @param outcomes of the latest calls while closed, oldest first
 * @param until while open: when a probe may go
 * @param since when this phase began
 * @param down when it was last closed, while it is not; {@link Instant#EPOCH} while it is
 * @param probes while half open: who probes, and until when that is believed
 */
record BreakerState(
    Phase phase,
    long generation,
    long revision,
    Outcomes outcomes,
    Instant until,
    Instant since,
    Instant down,
    Map<String, Instant> probes) {

  /** A breaker that nobody has written yet. */
  static final BreakerState NEW =
      new BreakerState(
          Phase.CLOSED, 0, 0, Outcomes.NONE, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Map.of());

  BreakerState {
    probes = Map.copyOf(probes);
  }

  /** The next revision in the same phase. */
  BreakerState within(Outcomes newOutcomes, Map<String, Instant> newProbes) {
    return new BreakerState(
        phase, generation, revision + 1, newOutcomes, until, since, down, newProbes);
  }

  /** The next generation. */
  BreakerState moved(Phase to, Instant now, Instant newUntil, Map<String, Instant> newProbes) {
    Instant left = phase == Phase.CLOSED ? now : down;
    return new BreakerState(
        to,
        generation + 1,
        revision + 1,
        Outcomes.NONE,
        newUntil,
        now,
        to == Phase.CLOSED ? Instant.EPOCH : left,
        newProbes);
  }
}
