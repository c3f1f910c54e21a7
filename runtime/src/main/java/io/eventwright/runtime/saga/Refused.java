package io.eventwright.runtime.saga;

/**
 * A saga step's worker refused. Thrown out of the step's handler, so that the state machine can
 * catch it by name and undo the earlier steps; it is recorded, and a retry throws the same again.
 *
 * <p>Lambda reports an exception's class name as the error's type: a state machine catches {@link
 * #ERROR_NAME} and must not retry it. The error's message is {@code <code>: <reason>}.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands in {@code ErrorEquals}. */
  public static final String ERROR_NAME = "io.eventwright.runtime.saga.Refused";

  private final String code;
  private final String reason;

  public Refused(String code, String reason) {
    super(code + ": " + reason, null, false, false);
    this.code = code;
    this.reason = reason;
  }

  /** The worker's own word. */
  public String code() {
    return code;
  }

  /** The worker's own sentence. */
  public String reason() {
    return reason;
  }
}
