package io.eventwright.runtime.breaker;

import java.time.Duration;
import java.time.Instant;

/**
 * A breaker as somebody sees it who calls nothing.
 *
 * @param phase what it allows
 * @param since when this phase began
 * @param down when it was last closed; {@link Instant#EPOCH} while it is
 * @param until while open: when a probe may go
 */
public record BreakerView(Phase phase, Instant since, Instant down, Instant until) {

  static BreakerView of(BreakerState state) {
    return new BreakerView(state.phase(), state.since(), state.down(), state.until());
  }

  /** Whether calls go through. */
  public boolean closed() {
    return phase == Phase.CLOSED;
  }

  /** How long it has not been closed; zero while it is. */
  public Duration downFor(Instant now) {
    return closed() ? Duration.ZERO : elapsed(down, now);
  }

  /** How long it has been half open; zero while it is not. */
  public Duration halfOpenFor(Instant now) {
    return phase == Phase.HALF_OPEN ? elapsed(since, now) : Duration.ZERO;
  }

  /** Whether a probe may go now, if there is anything to probe with. */
  public boolean probeDue(Instant now) {
    return phase == Phase.OPEN && !now.isBefore(until);
  }

  private static Duration elapsed(Instant from, Instant now) {
    return now.isBefore(from) ? Duration.ZERO : Duration.between(from, now);
  }
}
