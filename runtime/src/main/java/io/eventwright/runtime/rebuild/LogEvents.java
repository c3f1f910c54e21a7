package io.eventwright.runtime.rebuild;

import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.log.VersionRowItem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Every event of some types that the log holds, in no order: that of entities, of workers without
 * one, of sagas' ends and of API routes. Only they have a sequence, so nothing else feeds a read
 * model.
 *
 * @param dynamoDb where the table is
 * @param table the log's name
 */
record LogEvents(DynamoDbClient dynamoDb, String table) {

  /** Gives each once, as it was published. */
  void forEach(List<String> types, Consumer<String> taker) {
    Set<String> wanted = new HashSet<>(types);
    Map<String, AttributeValue> next = Map.of();
    do {
      ScanRequest.Builder scan =
          ScanRequest.builder()
              .tableName(table)
              .consistentRead(true)
              .filterExpression("begins_with(sk, :v) AND attribute_exists(events)")
              .expressionAttributeValues(Map.of(":v", text("v")));
      if (!next.isEmpty()) {
        scan.exclusiveStartKey(next);
      }
      ScanResponse page = dynamoDb.scan(scan.build());
      for (Map<String, AttributeValue> item : page.items()) {
        for (OutboxEvent event : VersionRowItem.read(item).events()) {
          if (wanted.contains(event.envelope().type())) {
            taker.accept(EnvelopeWriter.write(event.envelope(), event.data()));
          }
        }
      }
      next = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
    } while (!next.isEmpty());
  }
}
