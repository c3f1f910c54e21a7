package io.eventwright.local.states;

import io.eventwright.local.states.json.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what an execution is started with. */
final class ExecutionInput {
  private static final int LARGEST = 256 * 1024;

  private ExecutionInput() {}

  static @Nullable Object read(String input) {
    if (input.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw refusal("too long");
    }
    try {
      return Json.parse(input);
    } catch (IllegalArgumentException invalid) {
      throw refusal(String.valueOf(invalid.getMessage()));
    }
  }

  private static StepFunctionsException refusal(String reason) {
    return new StepFunctionsException(
        "InvalidExecutionInput", "Invalid State Machine Execution Input: '" + reason + "'");
  }
}
