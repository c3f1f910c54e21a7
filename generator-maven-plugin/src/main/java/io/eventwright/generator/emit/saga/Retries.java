package io.eventwright.generator.emit.saga;

import io.eventwright.generator.model.SagaRetry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How states are tried again. */
final class Retries {

  static final SagaRetry PERSISTENT = SagaRetry.PERSISTENT;

  /** What DynamoDB's SDK throws when the row could not be written now. */
  private static final List<String> STORE_ERRORS =
      List.of(
          "DynamoDb.DynamoDbException",
          "DynamoDb.InternalServerErrorException",
          "DynamoDb.ProvisionedThroughputExceededException",
          "DynamoDb.RequestLimitExceededException",
          "DynamoDb.SdkClientException",
          "DynamoDb.ThrottlingException");

  /**
   * What starting an execution fails with when none was started. A name is taken by one execution
   * only, so that a start whose answer was lost is not a second one.
   */
  private static final List<String> START_ERRORS =
      List.of(
          "StepFunctions.AWSStepFunctionsException",
          "StepFunctions.ExecutionLimitExceeded",
          "StepFunctions.ExecutionLimitExceededException",
          "StepFunctions.SdkClientException",
          "StepFunctions.ThrottlingException");

  private Retries() {}

  /** Of a function: never what would come again, service errors apart, then as it is said. */
  static List<Object> ofFunction(List<SagaRetry> said) {
    List<Object> all = new ArrayList<>();
    all.add(never(SagaErrors.NEVER_RETRIED));
    all.add(retrier(SagaErrors.SERVICE, SagaRetry.SERVICE_ERRORS));
    said.forEach(retry -> all.add(retrier(SagaErrors.named(retry.errors()), retry)));
    return all;
  }

  /** The same where the service's errors are counted with all others. */
  static List<Object> ofFunctionAlone(List<SagaRetry> said) {
    List<Object> all = new ArrayList<>();
    all.add(never(SagaErrors.NEVER_RETRIED));
    said.forEach(retry -> all.add(retrier(SagaErrors.named(retry.errors()), retry)));
    return all;
  }

  /**
   * Of a function that waits for an answer: one that never came does not come by asking again,
   * since whoever was asked is not asked twice.
   */
  static List<Object> ofCallback(List<SagaRetry> said, boolean heartbeats) {
    List<Object> all = new ArrayList<>();
    List<String> never = new ArrayList<>(SagaErrors.NEVER_RETRIED);
    never.add(SagaErrors.TIMEOUT);
    if (heartbeats) {
      never.add(SagaErrors.SILENCE);
    }
    all.add(never(never));
    all.add(retrier(SagaErrors.SERVICE, SagaRetry.SERVICE_ERRORS));
    said.forEach(retry -> all.add(retrier(SagaErrors.named(retry.errors()), retry)));
    return all;
  }

  /** Of a service that is called without a function. */
  static List<Object> ofService(List<SagaRetry> said) {
    return said.stream()
        .<Object>map(retry -> retrier(SagaErrors.named(retry.errors()), retry))
        .toList();
  }

  /** Of a row of the control table. */
  static List<Object> ofOwnStore(String... never) {
    List<Object> all = new ArrayList<>();
    if (never.length > 0) {
      all.add(never(List.of(never)));
    }
    all.add(retrier(SagaErrors.ANY, SagaRetry.OWN_STORE));
    return all;
  }

  /** Of a row that is written to wait beside it: what the answer says is never tried again. */
  static List<Object> ofWaiting() {
    return List.of(retrier(STORE_ERRORS, SagaRetry.OWN_STORE));
  }

  /** Of a saga that is run: its start, and never what became of it. */
  static List<Object> ofStart() {
    return List.of(retrier(START_ERRORS, SagaRetry.OWN_STORE));
  }

  private static Map<String, Object> never(List<String> errors) {
    Map<String, Object> retrier = new LinkedHashMap<>();
    retrier.put("ErrorEquals", errors);
    retrier.put("MaxAttempts", 0);
    return retrier;
  }

  private static Map<String, Object> retrier(List<String> errors, SagaRetry retry) {
    Map<String, Object> retrier = new LinkedHashMap<>();
    retrier.put("ErrorEquals", errors);
    retrier.put("IntervalSeconds", retry.interval().toSeconds());
    retrier.put("MaxAttempts", retry.times());
    retrier.put(
        "BackoffRate",
        new BigDecimal(BigDecimal.valueOf(retry.backoff()).stripTrailingZeros().toPlainString()));
    retrier.put("MaxDelaySeconds", retry.cap().toSeconds());
    retrier.put("JitterStrategy", retry.jitter() ? "FULL" : "NONE");
    return retrier;
  }
}
