package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.commit.SagaEndProcessor;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.saga.SagaDefinition;
import io.eventwright.runtime.saga.SagaFailure;
import org.jspecify.annotations.Nullable;

/**
 * The handler that a saga's state machine ends with. Its input is {@code {"saga": …, "execution":
 * …, "event": <the event that started it>, "outcome": "done"}}, or with {@code "outcome": "undone",
 * "failure": {"step": …, "error": …, "cause": …}}, error and cause as Step Functions caught them.
 * Its answer is that of a step.
 */
public final class SagaEndFunction {
  private SagaEndFunction() {}

  /** Makes the handler, once; it is safe under many threads. */
  public static <T> RequestStreamHandler of(SagaDefinition<T> definition, SystemRuntime runtime) {
    SagaEndProcessor<T> processor = new SagaEndProcessor<>(definition, runtime.commitsOfSagas());
    return Invocation.of(
        new SagaHandler(
            "saga-" + definition.name(),
            runtime,
            (input, event, deadline) ->
                processor.end(input.text("execution"), event, failure(input), deadline)),
        runtime);
  }

  /** Null when all is done. */
  private static @Nullable SagaFailure failure(SagaInput input) throws Rejection {
    String outcome = input.text("outcome");
    return switch (outcome) {
      case "done" -> null;
      case "undone" -> FailureReader.read(input.object("failure"));
      default -> throw new Rejection(Reason.NOT_AN_EVENT, "a saga's outcome is done or undone");
    };
  }
}
