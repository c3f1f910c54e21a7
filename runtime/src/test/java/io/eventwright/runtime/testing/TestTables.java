package io.eventwright.runtime.testing;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The five tables of a system, as its template makes them. */
final class TestTables {
  private TestTables() {}

  static Map<String, String> names(int number) {
    return new TreeMap<>(
        Map.of(
            "EVENTWRIGHT_LOG_TABLE", "log-" + number,
            "EVENTWRIGHT_INBOX_TABLE", "inbox-" + number,
            "EVENTWRIGHT_CONTROL_TABLE", "control-" + number,
            "EVENTWRIGHT_ORDER_TABLE", "order-" + number,
            "EVENTWRIGHT_VIEWS_TABLE", "views-" + number));
  }

  static void create(DynamoDbClient dynamoDb, int number) {
    create(
        dynamoDb,
        table("log-" + number, "pk", "sk")
            .attributeDefinitions(text("pk"), text("sk"), text("outbox"), text("at"))
            .globalSecondaryIndexes(
                GlobalSecondaryIndex.builder()
                    .indexName("outbox")
                    .keySchema(key("outbox", KeyType.HASH), key("at", KeyType.RANGE))
                    .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                    .build())
            .build());
    create(
        dynamoDb,
        table("order-" + number, "pk", "sk")
            .attributeDefinitions(text("pk"), text("sk"), text("worker"), text("at"))
            .globalSecondaryIndexes(
                GlobalSecondaryIndex.builder()
                    .indexName("parked")
                    .keySchema(key("worker", KeyType.HASH), key("at", KeyType.RANGE))
                    .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                    .build())
            .build());
    create(dynamoDb, table("inbox-" + number, "pk").attributeDefinitions(text("pk")).build());
    create(dynamoDb, table("control-" + number, "pk").attributeDefinitions(text("pk")).build());
    create(
        dynamoDb,
        table("views-" + number, "pk", "sk")
            .attributeDefinitions(text("pk"), text("sk"), text("rank"))
            .localSecondaryIndexes(
                LocalSecondaryIndex.builder()
                    .indexName("sorted")
                    .keySchema(key("pk", KeyType.HASH), key("rank", KeyType.RANGE))
                    .projection(projection -> projection.projectionType(ProjectionType.ALL))
                    .build())
            .build());
  }

  /** On a slow machine the client gives up, or asks a second time for what its first call made. */
  private static void create(DynamoDbClient dynamoDb, CreateTableRequest table) {
    for (int tries = 0; ; tries++) {
      try {
        dynamoDb.createTable(table);
        return;
      } catch (ResourceInUseException e) {
        // It is there, which is what matters: no two clouds share a number.
        return;
      } catch (SdkClientException e) {
        if (tries == 4) {
          throw e;
        }
      }
    }
  }

  static void delete(DynamoDbClient dynamoDb, int number) {
    names(number).values().forEach(name -> dynamoDb.deleteTable(table -> table.tableName(name)));
  }

  private static CreateTableRequest.Builder table(String name, String... keys) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder().tableName(name).billingMode(BillingMode.PAY_PER_REQUEST);
    return keys.length == 1
        ? request.keySchema(key(keys[0], KeyType.HASH))
        : request.keySchema(key(keys[0], KeyType.HASH), key(keys[1], KeyType.RANGE));
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}
