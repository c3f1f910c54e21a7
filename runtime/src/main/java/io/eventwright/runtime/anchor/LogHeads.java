package io.eventwright.runtime.anchor;

import io.eventwright.runtime.log.VersionRowItem;
import io.eventwright.runtime.store.Attributes;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Finds the head of every entity's chain. A scan gives the rows of one partition together and in
 * order, so that the last of them is the head, and nothing need be remembered of the others.
 *
 * @param dynamoDb where the log is
 * @param table its name
 */
public record LogHeads(DynamoDbClient dynamoDb, String table) {

  /** Tells of each entity, once, as of the moment it is met. */
  public void each(Consumer<Head> told) {
    Head last = null;
    for (Map<String, AttributeValue> item :
        dynamoDb
            .scanPaginator(
                scan ->
                    scan.tableName(table)
                        .consistentRead(true)
                        // The role allows no other.
                        .select(Select.SPECIFIC_ATTRIBUTES)
                        .projectionExpression("pk, sk, #hash")
                        .expressionAttributeNames(Map.of("#hash", "hash")))
            .items()) {
      Head head = head(item);
      if (head != null) {
        if (last != null && !last.partition().equals(head.partition())) {
          told.accept(last);
        }
        last = head;
      }
    }
    if (last != null) {
      told.accept(last);
    }
  }

  private static @Nullable Head head(Map<String, AttributeValue> item) {
    String sort = Attributes.requiredText(item, "sk");
    return sort.startsWith("v")
        ? new Head(
            Attributes.requiredText(item, "pk"),
            VersionRowItem.version(sort),
            Attributes.requiredText(item, "hash"))
        : null;
  }
}
