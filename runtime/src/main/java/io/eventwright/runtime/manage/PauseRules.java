package io.eventwright.runtime.manage;

import io.eventwright.runtime.breaker.BreakerView;
import io.eventwright.runtime.breaker.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.LongSupplier;

/**
 * When an event source is paused; a function of what is known, and of the time.
 *
 * @param patience how long a breaker may be open before its queue is paused
 */
public record PauseRules(Duration patience) {

  /** Two minutes: shorter outages cost less than a pause, which takes up to a minute each way. */
  public static final PauseRules DEFAULT = new PauseRules(Duration.ofMinutes(2));

  /** More are not to be in flight: SQS takes 120,000, and a pause takes up to a minute. */
  public static final long MOST_IN_FLIGHT = 20_000;

  /** What to do. */
  public enum Verdict {
    RUN,
    PAUSE,
    /** Whatever it does now. */
    KEEP
  }

  /**
   * What to do with a source.
   *
   * @param breakers of all that its worker uses
   * @param inFlight messages that are received and neither deleted nor visible again; asked only
   *     when it matters
   */
  public Verdict of(
      SourceState.Kind kind, Collection<BreakerView> breakers, LongSupplier inFlight, Instant now) {
    if (breakers.stream().allMatch(BreakerView::closed)) {
      return Verdict.RUN;
    }
    if (kind != SourceState.Kind.STREAM && inFlight.getAsLong() > MOST_IN_FLIGHT) {
      return Verdict.PAUSE;
    }
    // Any that is open and may not be probed yet refuses every message of the worker.
    boolean refusing =
        breakers.stream().anyMatch(each -> each.phase() == Phase.OPEN && !each.probeDue(now));
    if (!refusing) {
      return Verdict.RUN;
    }
    // Nothing of a group, or of a shard, is handed back to wait: it would only come at once again.
    boolean patient = kind == SourceState.Kind.QUEUE;
    boolean lasts = breakers.stream().anyMatch(each -> each.downFor(now).compareTo(patience) >= 0);
    return !patient || lasts ? Verdict.PAUSE : Verdict.KEEP;
  }
}
