package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.commit.Handled;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.observe.Outcome;
import io.eventwright.runtime.store.Keys;
import io.eventwright.runtime.worker.WorkerDefinition;

/** The handler of a worker behind an SQS queue; its mapping reports partial batch failures. */
public final class QueueFunction {
  private QueueFunction() {}

  /** Makes the handler, once; it is safe under many threads. */
  public static <T, S> RequestStreamHandler of(
      WorkerDefinition<T, S> definition, SystemRuntime runtime) {
    WorkerRun<T, S> run = new WorkerRun<>(runtime, definition);
    String name = definition.name();
    return new SqsHandler(
        name,
        runtime,
        (event, deadline) -> {
          Envelope envelope = event.envelope();
          String inboxKey = Keys.join(name, envelope.source(), envelope.id());
          return result(run.handle(inboxKey, event, deadline));
        },
        HandBack.of(runtime, name, definition.dependencies()));
  }

  private static RecordHandler.Result result(Handled handled) {
    if (handled.duplicate()) {
      return new RecordHandler.Result(Outcome.DUPLICATE, handled.decision().outcome().name());
    }
    return switch (handled.decision().outcome()) {
      case APPLIED -> new RecordHandler.Result(Outcome.APPLIED, null);
      case UNCHANGED -> new RecordHandler.Result(Outcome.UNCHANGED, null);
      case REFUSED -> new RecordHandler.Result(Outcome.REFUSED, handled.decision().code());
    };
  }
}
