package io.eventwright.runtime.saga;

/**
 * A saga step, or its end, cannot take what it was given, however often it is tried: a state
 * machine catches {@link #ERROR_NAME} like a refusal, and must not retry it.
 */
public final class StepRejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands in {@code ErrorEquals}. */
  public static final String ERROR_NAME = "io.eventwright.runtime.saga.StepRejected";

  /**
   * @param reason a word for machines
   * @param sentence for people
   */
  public StepRejected(String reason, String sentence) {
    super(reason + ": " + sentence, null, false, false);
  }
}
