package io.eventwright.runtime.call;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.text;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Counts real attempts at a message where the queue's own count is more than that: what waits
 * behind a failing message of its group is received as often as that one. Safe under many threads.
 *
 * @param dynamoDb where the control table is
 * @param table the control table
 * @param clock for when a count may be forgotten
 * @param kept how long it is kept
 */
public record Attempts(DynamoDbClient dynamoDb, String table, Clock clock, Duration kept) {

  /** Counts one more, before it begins, so that one that kills the instance counts too. */
  public long count(String consumer, String messageId) {
    var answer =
        dynamoDb.updateItem(
            request ->
                request
                    .tableName(table)
                    .key(Map.of("pk", text("attempts#" + consumer + "#" + messageId)))
                    .updateExpression("SET #ttl = :ttl ADD #attempt :one")
                    .expressionAttributeNames(Map.of("#ttl", "ttl", "#attempt", "attempt"))
                    .expressionAttributeValues(
                        Map.of(
                            ":ttl", number(clock.instant().plus(kept).getEpochSecond()),
                            ":one", number(1)))
                    .returnValues(ReturnValue.UPDATED_NEW));
    return number(answer.attributes(), "attempt", 1);
  }
}
