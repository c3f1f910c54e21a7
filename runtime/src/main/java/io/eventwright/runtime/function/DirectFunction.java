package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.worker.WorkerDefinition;

/**
 * The handler of a worker that is called with one event, and nobody waiting: what fails is thrown,
 * so that Lambda tries again and then keeps the event at its destination.
 */
public final class DirectFunction {
  private DirectFunction() {}

  /** Makes the handler, once; it is safe under many threads. */
  public static <T, S> RequestStreamHandler of(
      WorkerDefinition<T, S> definition, SystemRuntime runtime) {
    return Invocation.of(
        new DirectHandler(definition.name(), runtime, WorkerRecords.of(definition, runtime)),
        runtime);
  }
}
