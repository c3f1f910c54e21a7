package io.eventwright.runtime.seal;

import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.store.Keys;
import io.eventwright.runtime.store.Timestamps;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The table of keys: one row a person, {@code pk} {@code <kind>#<hash of the name>}; with {@code
 * key}, 32 random bytes, or with {@code forgotten}, the time at which the key was destroyed. A row
 * without a key stays: what comes late about a forgotten person must not make them a new one.
 *
 * @param dynamoDb where the table is
 * @param table its name
 * @param clock for the rows' times
 */
public record SubjectKeys(DynamoDbClient dynamoDb, String table, Clock clock) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Names a person's key, without saying who they are. */
  public static String keyId(String kind, String subject) {
    return Keys.join(kind, Sha256.uuid("subject", kind, subject));
  }

  /** The key; empty for a person who is forgotten, or was never known. */
  Optional<byte[]> find(String keyId) {
    GetItemResponse answer =
        dynamoDb.getItem(
            get -> get.tableName(table).key(Map.of("pk", text(keyId))).consistentRead(true));
    return key(answer.item());
  }

  /** The key, a new one if there has been none; empty for a person who is forgotten. */
  Optional<byte[]> findOrMake(String keyId) {
    Optional<byte[]> found = find(keyId);
    if (found.isPresent()) {
      return found;
    }
    byte[] made = new byte[BYTES];
    RANDOM.nextBytes(made);
    try {
      dynamoDb.putItem(
          put ->
              put.tableName(table)
                  .item(
                      Map.of(
                          "pk", text(keyId),
                          "key", AttributeValue.fromB(SdkBytes.fromByteArray(made)),
                          "at", text(Timestamps.text(Timestamps.now(clock)))))
                  .conditionExpression("attribute_not_exists(pk)")
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return Optional.of(made);
    } catch (ConditionalCheckFailedException e) {
      // Another made it first, or it is destroyed.
      return key(e.item());
    }
  }

  private static Optional<byte[]> key(Map<String, AttributeValue> row) {
    AttributeValue key = row.get("key");
    return key == null ? Optional.empty() : Optional.of(key.b().asByteArray());
  }

  /**
   * Destroys a person's key. Nothing that was sealed with it can be read again.
   *
   * @return whether there was one
   */
  public boolean forget(String kind, String subject) {
    return dynamoDb
        .updateItem(
            update ->
                update
                    .tableName(table)
                    .key(Map.of("pk", text(keyId(kind, subject))))
                    .updateExpression("SET #forgotten = if_not_exists(#forgotten, :at) REMOVE #key")
                    .expressionAttributeNames(Map.of("#forgotten", "forgotten", "#key", "key"))
                    .expressionAttributeValues(
                        Map.of(":at", text(Timestamps.text(Timestamps.now(clock)))))
                    .returnValues(ReturnValue.ALL_OLD))
        .attributes()
        .containsKey("key");
  }
}
