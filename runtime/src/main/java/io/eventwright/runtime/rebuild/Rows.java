package io.eventwright.runtime.rebuild;

import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.projection.Generation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * The rows of one read model as they stand in the table, of whichever generation.
 *
 * @param dynamoDb where the table is
 * @param table the views table's name
 * @param projection whose rows
 */
record Rows(DynamoDbClient dynamoDb, String table, String projection) {

  /**
   * What one row has seen.
   *
   * @param version of its subject
   * @param content hash of what it says
   */
  record Seen(String version, String content) {}

  /**
   * Every row of a generation by key, source and subject; how it is sharded makes no difference.
   */
  TreeMap<String, Seen> of(Generation generation) {
    TreeMap<String, Seen> rows = new TreeMap<>();
    String prefix = generation.prefix(projection);
    scan(
        "begins_with(pk, :prefix)",
        Map.of(":prefix", text(prefix)),
        item -> {
          String behind = requiredText(item, "pk").substring(prefix.length());
          String key = behind.substring(behind.indexOf('#') + 1);
          String content = requiredText(item, "type") + "\n" + requiredText(item, "row");
          rows.put(
              key + "\n" + requiredText(item, "sk"),
              new Seen(
                  requiredText(item, "version"),
                  Sha256.hex(content.getBytes(StandardCharsets.UTF_8))));
        });
    return rows;
  }

  /** Deletes every row of another generation than this one; gives how many. */
  long deleteAllBut(Generation kept) {
    long[] deleted = {0};
    scan(
        "begins_with(pk, :all) AND NOT begins_with(pk, :kept)",
        Map.of(":all", text(projection + "#"), ":kept", text(kept.prefix(projection))),
        item -> {
          dynamoDb.deleteItem(
              delete ->
                  delete.tableName(table).key(Map.of("pk", item.get("pk"), "sk", item.get("sk"))));
          deleted[0]++;
        });
    return deleted[0];
  }

  private void scan(
      String filter,
      Map<String, AttributeValue> values,
      Consumer<Map<String, AttributeValue>> taker) {
    Map<String, AttributeValue> next = Map.of();
    do {
      ScanRequest.Builder scan =
          ScanRequest.builder()
              .tableName(table)
              .consistentRead(true)
              .filterExpression(filter)
              .expressionAttributeValues(values);
      if (!next.isEmpty()) {
        scan.exclusiveStartKey(next);
      }
      ScanResponse page = dynamoDb.scan(scan.build());
      page.items().forEach(taker);
      next = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
    } while (!next.isEmpty());
  }
}
