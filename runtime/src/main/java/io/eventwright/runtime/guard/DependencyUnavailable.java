package io.eventwright.runtime.guard;

import org.jspecify.annotations.Nullable;

/** A dependency could not be reached now; the event is handed back and comes again. */
public final class DependencyUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean refusedByBreaker;
  private final int attempt;

  /**
   * @param refusedByBreaker true when no call was made, because the breaker is open, or no time is
   *     left, or attempts cannot be counted: such an attempt is not counted
   */
  public DependencyUnavailable(
      String message, boolean refusedByBreaker, @Nullable Throwable cause) {
    this(message, refusedByBreaker, 0, cause);
  }

  /**
   * @param attempt which of the message's attempts failed, from 1; 0 when none is counted
   */
  public DependencyUnavailable(
      String message, boolean refusedByBreaker, int attempt, @Nullable Throwable cause) {
    super(message, cause);
    this.refusedByBreaker = refusedByBreaker;
    this.attempt = attempt;
  }

  /** Which of the message's attempts failed; 0 when none is counted. */
  public int attempt() {
    return attempt;
  }

  /** Whether the call was not even tried. */
  public boolean refusedByBreaker() {
    return refusedByBreaker;
  }
}
