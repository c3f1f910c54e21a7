package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.worker.WorkerDefinition;

/** The handler of a worker behind an SQS queue; its mapping reports partial batch failures. */
public final class QueueFunction {
  private QueueFunction() {}

  /** Makes the handler, once; it is safe under many threads. */
  public static <T, S> RequestStreamHandler of(
      WorkerDefinition<T, S> definition, SystemRuntime runtime) {
    String name = definition.name();
    return Invocation.of(
        new SqsHandler(
            name,
            runtime,
            WorkerRecords.of(definition, runtime),
            HandBack.of(runtime, name, definition.dependencies())),
        runtime);
  }
}
