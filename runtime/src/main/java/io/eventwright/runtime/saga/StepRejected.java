package io.eventwright.runtime.saga;

/**
 * A saga step, or its end, cannot take what it was given, or what its worker decided does not hold,
 * however often it is tried: a state machine must not retry {@link #ERROR_NAME}. Unlike a refusal
 * it may come after a call outside, and so the step is undone too.
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
