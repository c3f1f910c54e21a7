package io.eventwright.local.states;

/** A request that the service refuses, with the service's own word for why. */
public final class StepFunctionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;

  /**
   * A refusal.
   *
   * @param type e.g. {@code ExecutionAlreadyExists}
   */
  public StepFunctionsException(String type, String message) {
    super(message);
    this.type = type;
  }

  /** The service's word for the refusal, e.g. {@code ExecutionDoesNotExist}. */
  public String type() {
    return type;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
