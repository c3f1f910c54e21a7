package io.eventwright.runtime.function;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.store.Timestamps;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Puts a message among its consumer's dead letters: the same body, so that a redrive brings it back
 * as it was, and the reason in attributes beside it. The queue itself would do so only after the
 * many receives that waiting for a dependency may cost.
 *
 * @param runtime has the queues and the URL
 * @param consumer who gives the message up
 */
record DeadLetters(SystemRuntime runtime, String consumer) {

  /** Whether this function puts messages there itself. */
  boolean exist() {
    return runtime.settings().deadLetterUrl() != null;
  }

  void send(String body, Rejection rejection) {
    Map<String, MessageAttributeValue> why =
        Map.of(
            "reason", attribute(rejection.reason().word()),
            "sentence", attribute(String.valueOf(rejection.getMessage())),
            "consumer", attribute(consumer),
            "at", attribute(Timestamps.text(runtime.clock().instant())));
    runtime
        .clients()
        .sqs()
        .sendMessage(
            request ->
                request
                    .queueUrl(runtime.settings().deadLetterUrl())
                    .messageBody(body)
                    .messageAttributes(why));
  }

  private static MessageAttributeValue attribute(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
