package io.eventwright.runtime.saga;

/** A saga step, or its end, could not be done now: a state machine retries {@link #ERROR_NAME}. */
public final class StepUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands in {@code ErrorEquals}. */
  public static final String ERROR_NAME = "io.eventwright.runtime.saga.StepUnavailable";

  public StepUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
