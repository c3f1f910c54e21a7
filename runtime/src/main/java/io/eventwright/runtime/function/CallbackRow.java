package io.eventwright.runtime.function;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.store.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Where an answer finds the task token of the step that waits for it. Each attempt of a step has a
 * token of its own, so what the outside is told is a reference that stays.
 *
 * @param saga its name
 * @param step its name
 * @param reference what the answer names
 * @param execution the execution that waits
 * @param event the id of the event that started it
 * @param token of this attempt
 */
record CallbackRow(
    String saga, String step, String reference, String execution, String event, String token) {

  private static final Duration REMEMBERED = Duration.ofDays(400);

  /** The key of its row in the control table. */
  static String key(String saga, String step, String reference) {
    return "callback#" + saga + "#" + step + "#" + reference;
  }

  /** Written before the worker runs, since the answer may come before its function ends. */
  void write(SystemRuntime runtime) {
    Instant now = runtime.clock().instant();
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", text(key(saga, step, reference)));
    item.put("saga", text(saga));
    item.put("step", text(step));
    item.put("execution", text(execution));
    item.put("event", text(event));
    item.put("token", text(token));
    item.put("at", text(Timestamps.text(now)));
    item.put("ttl", number(now.plus(REMEMBERED).getEpochSecond()));
    runtime
        .clients()
        .dynamoDb()
        .putItem(
            PutItemRequest.builder()
                .tableName(runtime.settings().controlTable())
                .item(item)
                .build());
  }
}
