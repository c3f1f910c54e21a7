package io.eventwright.runtime.function;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.optionalText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.saga.Refused;
import io.eventwright.runtime.store.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Where an answer finds the task token of the step that waits for it. Each attempt of a step has a
 * token of its own, so what the outside is told is a reference that stays.
 *
 * @param saga its name
 * @param step its name
 * @param item its name with the item's index, within a map
 * @param reference what the answer names
 * @param execution the execution that waits
 * @param event the id of the event that started it
 * @param token of this attempt
 * @param entered when the step was entered
 * @param retry which attempt since then this is
 * @param patience how long the step waits
 * @param heartbeat how long it waits without being heard of; null for all its patience
 */
record CallbackRow(
    String saga,
    String step,
    String item,
    String reference,
    String execution,
    String event,
    String token,
    Instant entered,
    long retry,
    Duration patience,
    @Nullable Duration heartbeat) {

  /** What a second execution is told that would wait for an answer of the same name. */
  static final String TAKEN = "already-waited-for";

  private static final Duration REMEMBERED = Duration.ofDays(400);

  /** The service's clock is not this one, and a step that is heard of must not lose its name. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final long ATTEMPTS = 1_000;

  /** A late attempt takes nothing from a newer one, and nobody from somebody who still waits. */
  private static final String CONDITION =
      "attribute_not_exists(pk)"
          + " OR #waiter = :waiter AND #attempt <= :attempt"
          + " OR #attempt < :attempt AND attribute_exists(#answered)"
          + " OR #attempt < :attempt AND #until < :entered";

  /** The key of its row in the control table. */
  static String key(String saga, String step, String reference) {
    return "callback#" + saga + "#" + step + "#" + reference;
  }

  /**
   * Written before the worker runs, since the answer may come before its function ends. An attempt
   * that comes after a newer one of the same step writes nothing: nobody waits with its token.
   *
   * @throws Refused when somebody else waits for an answer of that name
   */
  void write(SystemRuntime runtime) {
    try {
      runtime
          .clients()
          .dynamoDb()
          .putItem(
              PutItemRequest.builder()
                  .tableName(runtime.settings().controlTable())
                  .item(item(runtime.clock().instant()))
                  .conditionExpression(CONDITION)
                  .expressionAttributeNames(
                      Map.of(
                          "#waiter", "waiter",
                          "#attempt", "attempt",
                          "#answered", "answered",
                          "#until", "until"))
                  .expressionAttributeValues(
                      Map.of(
                          ":waiter", text(waiter()),
                          ":attempt", number(attempt()),
                          ":entered", number(entered.getEpochSecond())))
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                  .build());
    } catch (ConditionalCheckFailedException e) {
      if (!waiter().equals(optionalText(e.item(), "waiter"))) {
        throw new Refused(TAKEN, "another execution waits for the answer to " + reference);
      }
    }
  }

  private Map<String, AttributeValue> item(Instant now) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", text(key(saga, step, reference)));
    item.put("saga", text(saga));
    item.put("step", text(step));
    item.put("waiter", text(waiter()));
    item.put("attempt", number(attempt()));
    item.put("until", number(entered.plus(held()).getEpochSecond()));
    if (heartbeat != null) {
      item.put("heartbeat", number(heartbeat.toSeconds()));
    }
    item.put("execution", text(execution));
    item.put("event", text(event));
    item.put("token", text(token));
    item.put("at", text(Timestamps.text(now)));
    item.put("ttl", number(now.plus(REMEMBERED).getEpochSecond()));
    return item;
  }

  private Duration held() {
    Duration unheard = heartbeat == null ? patience : held(heartbeat);
    return unheard.compareTo(patience) < 0 ? unheard : patience;
  }

  /** How long what is answered is kept for a step that was just heard of. */
  static Duration held(Duration heartbeat) {
    return heartbeat.plus(GRACE);
  }

  /** What the attempt that wrote a row waits for without being heard of; null for no such thing. */
  static @Nullable Duration heartbeat(Map<String, AttributeValue> row) {
    long seconds = number(row, "heartbeat", 0);
    return seconds == 0 ? null : Duration.ofSeconds(seconds);
  }

  private String waiter() {
    return execution + "/" + item;
  }

  private long attempt() {
    return entered.toEpochMilli() * ATTEMPTS + Math.min(retry, ATTEMPTS - 1);
  }
}
