package io.eventwright.generator.emit.saga;

import java.util.List;
import java.util.Map;

/**
 * What happens to a step, in the words of {@code system.yaml}, and what Step Functions calls it:
 * the one place that maps one to the other.
 */
final class SagaErrors {

  /** A worker's refusal. */
  static final String REFUSED = "io.eventwright.runtime.saga.Refused";

  /** The runtime throws these for good reasons that a retry does not change. */
  static final List<String> NEVER_RETRIED =
      List.of(REFUSED, "io.eventwright.runtime.saga.StepRejected");

  /** Step Functions' developer guide, "Handle transient Lambda service exceptions". */
  static final List<String> SERVICE =
      List.of(
          "Lambda.ClientExecutionTimeoutException",
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.TooManyRequestsException");

  /**
   * Of a saga within: it was stopped from outside, or a lost answer hides what it came to. It may
   * be done, and a person must look.
   */
  static final List<String> END_UNKNOWN =
      List.of(
          "States.Timeout",
          "StepFunctions.ExecutionAlreadyExists",
          "StepFunctions.ExecutionAlreadyExistsException");

  static final List<String> ANY = List.of("States.ALL");

  /** An optimised integration's name for a condition that does not hold. */
  static final String NOT_MINE = "DynamoDB.ConditionalCheckFailedException";

  /** An SDK integration's name for a condition that does not hold. */
  static final List<String> WAITED_FOR = List.of("DynamoDb.ConditionalCheckFailedException");

  /** What a step should have answered is not there, in a language that cannot catch that. */
  static final String NO_ANSWER = "NoAnswer";

  /** What is waited for is no time, in such a language. */
  static final String NO_TIME = "NoTime";

  static final String TIMEOUT = "States.Timeout";

  /** Of a step that was not heard of in time; it is a {@link #TIMEOUT} as well. */
  static final String SILENCE = "States.HeartbeatTimeout";

  private static final Map<String, String> WORDS =
      Map.of("timeout", TIMEOUT, "unavailable", "io.eventwright.runtime.saga.StepUnavailable");

  private SagaErrors() {}

  /** The names of errors that a retry is for. */
  static List<String> named(List<String> errors) {
    return errors.isEmpty()
        ? ANY
        : errors.stream().map(error -> WORDS.getOrDefault(error, error)).toList();
  }
}
