package io.eventwright.proof.saga;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import java.util.Map;
import java.util.function.Function;

/**
 * A saga that is to be run.
 *
 * @param definitions each state machine's definition as the emitter wrote it, by its name; the
 *     first is the one that is started
 * @param functions makes a function, by its logical id
 * @param before the tables as they are before the saga starts
 */
record Script(
    Map<String, String> definitions,
    Map<String, Function<SystemRuntime, RequestStreamHandler>> functions,
    Tables before) {

  /** Whether they are started as express machines. */
  boolean isExpress() {
    return definitions.values().iterator().next().contains("DeadLetterQueue}");
  }
}
