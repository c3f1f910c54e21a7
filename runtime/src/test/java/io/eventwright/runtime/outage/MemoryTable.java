package io.eventwright.runtime.outage;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The control table, in memory: half a million leases by HTTP would take minutes. */
final class MemoryTable implements DynamoDbClient {
  private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    Map<String, AttributeValue> item = items.get(request.key().get("pk").s());
    return item == null
        ? GetItemResponse.builder().build()
        : GetItemResponse.builder().item(item).build();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    if (!holds(
        request.item().get("pk").s(),
        request.conditionExpression(),
        request.expressionAttributeNames(),
        request.expressionAttributeValues())) {
      throw ConditionalCheckFailedException.builder().build();
    }
    items.put(request.item().get("pk").s(), request.item());
    return PutItemResponse.builder().build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    String key = request.key().get("pk").s();
    Map<String, String> names = request.expressionAttributeNames();
    Map<String, AttributeValue> values = request.expressionAttributeValues();
    if (!holds(key, request.conditionExpression(), names, values)) {
      throw ConditionalCheckFailedException.builder()
          .item(items.getOrDefault(key, Map.of()))
          .build();
    }
    Map<String, AttributeValue> before = items.getOrDefault(key, request.key());
    Map<String, AttributeValue> after =
        new Expression(request.updateExpression(), names, values).updated(before);
    items.put(key, after);
    return UpdateItemResponse.builder().attributes(after).build();
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    items.remove(request.key().get("pk").s());
    return DeleteItemResponse.builder().build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    for (TransactWriteItem each : request.transactItems()) {
      Put put = Objects.requireNonNull(each.put());
      if (!holds(
          put.item().get("pk").s(),
          put.conditionExpression(),
          put.expressionAttributeNames(),
          put.expressionAttributeValues())) {
        throw TransactionCanceledException.builder()
            .cancellationReasons(
                CancellationReason.builder().code("ConditionalCheckFailed").build())
            .build();
      }
    }
    request
        .transactItems()
        .forEach(each -> items.put(each.put().item().get("pk").s(), each.put().item()));
    return TransactWriteItemsResponse.builder().build();
  }

  void forget(String key) {
    items.remove(key);
  }

  private boolean holds(
      String key,
      @Nullable String condition,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    return condition == null
        || new Expression(condition, names, values).holds(items.getOrDefault(key, Map.of()));
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    items.clear();
  }
}
