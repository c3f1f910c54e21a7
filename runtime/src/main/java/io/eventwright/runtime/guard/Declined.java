package io.eventwright.runtime.guard;

/**
 * A dependency has answered, and its answer is no: a card that is declined, a request that it does
 * not take. It is well, so that this counts as a success for its breaker, and no other try is made.
 *
 * <p>A call throws it, or a class of its own that extends it; it passes through {@link
 * Dependency#call} to the worker, which decides on it, such as by a refusal. A worker that lets it
 * pass has failed by itself, and has five attempts.
 */
public class Declined extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what the dependency said. */
  public Declined(String message) {
    super(message);
  }

  /** The same with what it was told by. */
  public Declined(String message, Throwable cause) {
    super(message, cause);
  }
}
