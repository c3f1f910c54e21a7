package io.eventwright.generator.emit.sam;

import io.eventwright.generator.model.ExpressBudget;
import io.eventwright.generator.model.SagaModel;
import java.time.Duration;

/** Time limits that the template and the state machine must agree on. */
public final class SagaTimes {

  private static final Duration END_FUNCTION = Duration.ofSeconds(30);

  private SagaTimes() {}

  /** Of the function that publishes how a saga ended. */
  public static Duration endFunction(SagaModel saga) {
    return saga.isExpress() ? ExpressBudget.END_FUNCTION : END_FUNCTION;
  }
}
