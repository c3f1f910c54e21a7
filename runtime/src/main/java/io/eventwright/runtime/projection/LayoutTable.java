package io.eventwright.runtime.projection;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.optionalText;
import static io.eventwright.runtime.store.Attributes.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The row of the control table that says which generations a read model has: {@code
 * projection#<name>}. Each change is conditional on what it changes from, so of two people who
 * operate at once one goes on and the other is told.
 *
 * @param dynamoDb where the table is
 * @param table its name
 */
public record LayoutTable(DynamoDbClient dynamoDb, String table) {

  /** What is written there; nothing before the first row of the read model. */
  public Optional<Layout> read(String projection) {
    GetItemResponse answer =
        dynamoDb.getItem(
            get ->
                get.tableName(table).key(Map.of("pk", text(key(projection)))).consistentRead(true));
    if (!answer.hasItem() || answer.item().isEmpty()) {
      return Optional.empty();
    }
    Map<String, AttributeValue> row = answer.item();
    Generation live = generation(row, "live");
    if (live == null) {
      throw new IllegalStateException(key(projection) + " does not say what is live");
    }
    return Optional.of(
        new Layout(
            live,
            generation(row, "building"),
            generation(row, "retiring"),
            number(row, "last", live.number())));
  }

  /**
   * What is written there; where nothing is, what the type says, which from now on is.
   *
   * @param begins as it is before anything was written
   */
  Layout readOrBegin(String projection, Layout begins) {
    Optional<Layout> known = read(projection);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      put(
          item(projection, begins),
          PutItemRequest.builder().conditionExpression("attribute_not_exists(pk)"));
      return begins;
    } catch (ConditionalCheckFailedException e) {
      return read(projection).orElseThrow(() -> e);
    }
  }

  /**
   * Takes the next step, if it still is as it was.
   *
   * @param from null for nothing yet
   * @return whether it was
   */
  public boolean change(String projection, @Nullable Layout from, Layout to) {
    PutItemRequest.Builder put = PutItemRequest.builder();
    if (from == null) {
      put.conditionExpression("attribute_not_exists(pk)");
    } else {
      put.conditionExpression("live = :live AND building = :building AND retiring = :retiring")
          .expressionAttributeValues(
              Map.of(
                  ":live", value(from.live()),
                  ":building", value(from.building()),
                  ":retiring", value(from.retiring())));
    }
    try {
      put(item(projection, to), put);
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private void put(Map<String, AttributeValue> item, PutItemRequest.Builder put) {
    dynamoDb.putItem(put.tableName(table).item(item).build());
  }

  private static String key(String projection) {
    return "projection#" + projection;
  }

  private static Map<String, AttributeValue> item(String projection, Layout layout) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", text(key(projection)));
    item.put("live", value(layout.live()));
    item.put("building", value(layout.building()));
    item.put("retiring", value(layout.retiring()));
    item.put("last", number(layout.last()));
    return item;
  }

  private static AttributeValue value(@Nullable Generation generation) {
    if (generation == null) {
      return AttributeValue.fromNul(true);
    }
    Map<String, AttributeValue> value = new HashMap<>();
    value.put("number", number(generation.number()));
    value.put("shards", number(generation.shards()));
    RowOrder order = generation.order();
    if (order != null) {
      value.put("order", text(order.text()));
    }
    return AttributeValue.fromM(value);
  }

  private static @Nullable Generation generation(Map<String, AttributeValue> row, String name) {
    AttributeValue value = row.get(name);
    if (value == null || !value.hasM()) {
      return null;
    }
    String order = optionalText(value.m(), "order");
    return new Generation(
        number(value.m(), "number", 0),
        (int) number(value.m(), "shards", 1),
        order == null ? null : RowOrder.of(order));
  }
}
