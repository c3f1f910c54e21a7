package io.eventwright.local.function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * How an invocation ended.
 *
 * @param payload the response, or the error as Lambda's runtime writes it: {@code errorMessage},
 *     {@code errorType}, {@code stackTrace}
 * @param failed whether it is an error
 */
public record InvocationResult(byte[] payload, boolean failed) {

  /** An invocation that returned. */
  public static InvocationResult returned(byte[] payload) {
    return new InvocationResult(payload, false);
  }

  /** An invocation that threw. */
  public static InvocationResult threw(Throwable thrown) {
    ObjectNode error = Json.object();
    error.put("errorMessage", String.valueOf(thrown.getMessage()));
    error.put("errorType", thrown.getClass().getName());
    ArrayNode trace = error.putArray("stackTrace");
    for (StackTraceElement frame : thrown.getStackTrace()) {
      trace.add(frame.toString());
    }
    return new InvocationResult(Json.bytes(error), true);
  }

  /** An invocation that the service ended, without a word from the function. */
  public static InvocationResult ended(@Nullable String errorType, String message) {
    ObjectNode error = Json.object();
    if (errorType != null) {
      error.put("errorType", errorType);
    }
    error.put("errorMessage", message);
    return new InvocationResult(Json.bytes(error), true);
  }

  /** The error's message; empty if there is none. */
  public String errorMessage() {
    return failed ? Json.parse(payload).path("errorMessage").asText() : "";
  }
}
