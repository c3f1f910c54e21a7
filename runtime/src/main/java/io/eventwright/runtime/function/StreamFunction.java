package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.window.WindowDefinition;
import io.eventwright.runtime.worker.WorkerDefinition;

/**
 * The handler of a worker behind a Kinesis stream; its mapping reports partial batch failures and
 * halves the batch of a function that throws.
 */
public final class StreamFunction {
  private StreamFunction() {}

  /** Makes the handler, once; it is safe under many threads. */
  public static <T, S> RequestStreamHandler of(
      WorkerDefinition<T, S> definition, SystemRuntime runtime) {
    return Invocation.of(
        new StreamHandler(definition.name(), runtime, WorkerRecords.paced(definition, runtime)),
        runtime);
  }

  /** Makes the handler of a worker that folds windows; it is safe under many threads. */
  public static <T, W, S> RequestStreamHandler of(
      WindowDefinition<T, W, S> definition, SystemRuntime runtime) {
    return Invocation.of(
        new WindowHandler<>(
            definition, runtime, WorkerRecords.paced(definition.closing(), runtime)),
        runtime);
  }
}
