package io.eventwright.local.states;

import java.util.List;

/** Refuses what cannot be the ARN of the thing that is asked for. */
final class Arns {
  private static final int RESOURCE_TYPE = 5;

  private Arns() {}

  /**
   * Checks prefix and type; whether there is such a thing is another question.
   *
   * @param types the types that fit, e.g. {@code stateMachine}
   */
  static void check(String arn, String... types) {
    String[] parts = arn.split(":", -1);
    if (!parts[0].equals("arn")) {
      throw new StepFunctionsException(
          "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: " + arn + "'");
    }
    if (parts.length > RESOURCE_TYPE + 1
        && parts[2].equals("states")
        && !List.of(types).contains(parts[RESOURCE_TYPE])) {
      throw new StepFunctionsException(
          "InvalidArn",
          "Invalid Arn: 'Resource type not valid in this context: " + parts[RESOURCE_TYPE] + "'");
    }
  }
}
