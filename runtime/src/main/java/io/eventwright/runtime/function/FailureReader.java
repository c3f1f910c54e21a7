package io.eventwright.runtime.function;

import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.saga.Refused;
import io.eventwright.runtime.saga.SagaFailure;

/**
 * Why a saga was undone, out of the error and cause that Step Functions caught. A function's cause
 * is a JSON text with {@code errorMessage}; a refusal's message is {@code <code>: <reason>}.
 */
final class FailureReader {
  private static final int LONGEST = 512;

  private FailureReader() {}

  static SagaFailure read(JsonObject failure) {
    String step = SagaInput.optional(failure, "step");
    JsonObject caught = failure.get("caught") instanceof JsonObject object ? object : null;
    String error =
        caught == null ? SagaInput.optional(failure, "error") : SagaInput.optional(caught, "Error");
    String code = SagaInput.optional(failure, "code");
    if (!code.isEmpty()) {
      return new SagaFailure(step, code, SagaInput.optional(failure, "reason"));
    }
    String message =
        message(
            caught == null
                ? SagaInput.optional(failure, "cause")
                : SagaInput.optional(caught, "Cause"));
    int colon = message.indexOf(": ");
    if (error.equals(Refused.ERROR_NAME) && colon > 0) {
      return new SagaFailure(step, message.substring(0, colon), message.substring(colon + 2));
    }
    return new SagaFailure(step, error.isEmpty() ? "unknown" : error, message);
  }

  private static String message(String cause) {
    String message = cause;
    if (cause.startsWith("{")) {
      try {
        JsonValue json = Json.parse(cause);
        if (json instanceof JsonObject object) {
          message = SagaInput.optional(object, "errorMessage");
        }
      } catch (JsonParseFailure e) {
        // Not JSON after all: then the text itself is all there is to say.
        message = cause;
      }
    }
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST);
  }
}
