package io.eventwright.runtime.cost;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Asks each call what it consumed. */
final class CapacityMeter implements ExecutionInterceptor {
  private static final ReturnConsumedCapacity ALL = ReturnConsumedCapacity.INDEXES;

  private final List<String> calls = new ArrayList<>();
  private double units;

  /** Units since the last question. */
  synchronized double take() {
    double taken = units;
    units = 0;
    calls.clear();
    return taken;
  }

  /** The calls since the last question, each with its units. */
  synchronized String calls() {
    return String.join(", ", calls);
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    if (request instanceof TransactWriteItemsRequest one) {
      return one.toBuilder().returnConsumedCapacity(ALL).build();
    } else if (request instanceof PutItemRequest one) {
      return one.toBuilder().returnConsumedCapacity(ALL).build();
    } else if (request instanceof UpdateItemRequest one) {
      return one.toBuilder().returnConsumedCapacity(ALL).build();
    } else if (request instanceof GetItemRequest one) {
      return one.toBuilder().returnConsumedCapacity(ALL).build();
    } else if (request instanceof QueryRequest one) {
      return one.toBuilder().returnConsumedCapacity(ALL).build();
    }
    return request;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    Object response = context.response();
    if (response instanceof TransactWriteItemsResponse one) {
      add("transaction", one.consumedCapacity());
    } else if (response instanceof PutItemResponse one) {
      add("put", List.of(one.consumedCapacity()));
    } else if (response instanceof UpdateItemResponse one) {
      add("update", List.of(one.consumedCapacity()));
    } else if (response instanceof GetItemResponse one) {
      add("get", List.of(one.consumedCapacity()));
    } else if (response instanceof QueryResponse one) {
      add("query", List.of(one.consumedCapacity()));
    }
  }

  private synchronized void add(String call, List<ConsumedCapacity> consumed) {
    for (ConsumedCapacity one : consumed) {
      units += one.capacityUnits();
      calls.add(call + " " + one.tableName().replaceAll("-.*", "") + " " + one.capacityUnits());
    }
  }
}
