package io.eventwright.generator.emit.sam;

/** Time limits that the template and the state machine must agree on. */
public final class SagaTimes {

  /** Of the function that publishes how a saga ended. */
  public static final long END_FUNCTION_SECONDS = 30;

  private SagaTimes() {}
}
