package io.eventwright.runtime.inbox;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.optionalText;
import static io.eventwright.runtime.store.Attributes.putText;
import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.store.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What one consumer decided on one event.
 *
 * @param key the consumer, and the event's source and id
 * @param payloadHash of the event's type and data in canonical form
 * @param outcome what was decided
 * @param code of a refusal; null else
 * @param reason of a refusal, or why an event was stale; null else
 * @param partition the entity that it was decided on; null for none
 * @param version of the entity after the decision; 0 for none
 * @param token names the decision, so that an instance whose answer was lost knows its own row
 * @param at when it was decided
 * @param expires when it need not be remembered any longer
 */
public record InboxRow(
    String key,
    String payloadHash,
    Outcome outcome,
    @Nullable String code,
    @Nullable String reason,
    @Nullable String partition,
    long version,
    String token,
    Instant at,
    Instant expires) {

  /** What a decision was. */
  public enum Outcome {
    APPLIED,
    UNCHANGED,
    REFUSED,
    /** A newer event of its subject had been decided on. */
    STALE
  }

  /** DynamoDB's item. */
  public Map<String, AttributeValue> item() {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", text(key));
    item.put("payload", text(payloadHash));
    item.put("outcome", text(outcome.name()));
    putText(item, "code", code);
    putText(item, "reason", reason);
    putText(item, "entity", partition);
    item.put("version", number(version));
    item.put("token", text(token));
    item.put("at", text(Timestamps.text(at)));
    item.put("ttl", number(expires.getEpochSecond()));
    return item;
  }

  /** The row that an item holds. */
  public static InboxRow of(Map<String, AttributeValue> item) {
    return new InboxRow(
        requiredText(item, "pk"),
        requiredText(item, "payload"),
        Outcome.valueOf(requiredText(item, "outcome")),
        optionalText(item, "code"),
        optionalText(item, "reason"),
        optionalText(item, "entity"),
        number(item, "version", 0),
        requiredText(item, "token"),
        Instant.parse(requiredText(item, "at")),
        Instant.ofEpochSecond(number(item, "ttl", 0)));
  }
}
