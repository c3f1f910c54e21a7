package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.worker.WorkerDefinition;

/**
 * The handler of a worker behind a FIFO queue: after one message of a group that could not be
 * handled, the rest of that group are handed back untouched, and other groups go on. Attempts are
 * counted in the control table, since the queue counts receives of those that only waited too.
 */
public final class FifoFunction {
  private FifoFunction() {}

  /** Makes the handler, once; it is safe under many threads. */
  public static <T, S> RequestStreamHandler of(
      WorkerDefinition<T, S> definition, SystemRuntime runtime) {
    String name = definition.name();
    return Invocation.of(
        new SqsHandler(
            name,
            runtime,
            WorkerRecords.of(definition, runtime),
            HandBack.never(runtime, name),
            Groups.of(runtime, name, !definition.callsOutside())),
        runtime);
  }
}
