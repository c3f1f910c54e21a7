package io.eventwright.proof.saga;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Tables in memory that keep what the runtime stands on: conditional writes, transactions that are
 * all or nothing, strongly consistent reads. What the runtime does not use is refused.
 *
 * <p>Every write can be the one at which the process dies.
 */
final class Tables implements DynamoDbClient {
  /** A process that is gone: no code of the runtime goes on after it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", null, false, false);
    }
  }

  private final Map<String, TreeMap<String, Map<String, AttributeValue>>> tables = new HashMap<>();

  /** What was put, in order, as {@code table/key}. */
  final List<String> journal = new ArrayList<>();

  private int callsLeft = Integer.MAX_VALUE;
  private boolean dieBefore;
  private Supplier<Instant> clock = () -> Instant.EPOCH;

  Tables() {}

  /** From now on rows have gone when their time to live is over: no later than DynamoDB may. */
  void expireBy(Supplier<Instant> now) {
    clock = now;
  }

  private void expire() {
    long now = clock.get().getEpochSecond();
    tables
        .values()
        .forEach(
            rows ->
                rows.values()
                    .removeIf(
                        row -> row.containsKey("ttl") && Long.parseLong(row.get("ttl").n()) < now));
  }

  /** The same content, to go on from. */
  Tables copy() {
    Tables copy = new Tables();
    tables.forEach((name, rows) -> copy.tables.put(name, new TreeMap<>(rows)));
    return copy;
  }

  /** Has the process die at a call, counted from 1: before it has its effect, or after. */
  void killAt(int call, boolean before) {
    callsLeft = call;
    dieBefore = before;
  }

  /** Lets the next process live. */
  void live() {
    callsLeft = Integer.MAX_VALUE;
  }

  private <T> T call(Supplier<T> work) {
    expire();
    boolean last = callsLeft != Integer.MAX_VALUE && --callsLeft <= 0;
    if (last && dieBefore) {
      throw new Killed();
    }
    T answer = work.get();
    if (last) {
      throw new Killed();
    }
    return answer;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return call(
        () -> {
          Map<String, AttributeValue> item = table(request.tableName()).get(keyOf(request.key()));
          return item == null
              ? GetItemResponse.builder().build()
              : GetItemResponse.builder().item(item).build();
        });
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return call(
        () -> {
          Conditions conditions =
              new Conditions(
                  request.expressionAttributeNames(), request.expressionAttributeValues());
          Map<String, AttributeValue> old = row(request.tableName(), request.item());
          if (!conditions.hold(request.conditionExpression(), old)) {
            throw ConditionalCheckFailedException.builder()
                .message("The conditional request failed")
                .item(old)
                .build();
          }
          put(request.tableName(), request.item());
          return PutItemResponse.builder().build();
        });
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return call(
        () -> {
          Conditions conditions =
              new Conditions(
                  request.expressionAttributeNames(), request.expressionAttributeValues());
          Map<String, AttributeValue> old = row(request.tableName(), request.key());
          if (!conditions.hold(request.conditionExpression(), old)) {
            throw ConditionalCheckFailedException.builder()
                .message("The conditional request failed")
                .item(old)
                .build();
          }
          Map<String, AttributeValue> item = new HashMap<>(old == null ? request.key() : old);
          update(item, request.updateExpression(), conditions);
          put(request.tableName(), item);
          return UpdateItemResponse.builder().attributes(item).build();
        });
  }

  private static void update(
      Map<String, AttributeValue> item, String expression, Conditions conditions) {
    String[] parts = expression.replaceFirst("^SET ", "").split(" ?ADD ", 2);
    for (String set : parts[0].isEmpty() ? new String[0] : parts[0].split(", (?![^(]*\\))")) {
      String[] sides = set.split(" = ");
      item.put(conditions.name(sides[0].strip()), set(item, sides[1].strip(), conditions));
    }
    for (String add : parts.length < 2 ? new String[0] : parts[1].split(", ")) {
      String[] sides = add.strip().split(" ");
      String name = conditions.name(sides[0]);
      AttributeValue old = item.get(name);
      BigDecimal sum =
          new BigDecimal(old == null ? "0" : old.n())
              .add(new BigDecimal(conditions.value(sides[1]).n()));
      item.put(name, AttributeValue.fromN(sum.toPlainString()));
    }
  }

  private static AttributeValue set(
      Map<String, AttributeValue> item, String value, Conditions conditions) {
    if (!value.startsWith("if_not_exists(")) {
      return conditions.value(value);
    }
    String[] either = value.substring(value.indexOf('(') + 1, value.length() - 1).split(", ");
    AttributeValue there = item.get(conditions.name(either[0]));
    return there == null ? conditions.value(either[1]) : there;
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return call(
        () -> {
          List<CancellationReason> reasons = new ArrayList<>();
          boolean canceled = false;
          for (TransactWriteItem each : request.transactItems()) {
            Put put = each.put();
            if (put == null) {
              throw new UnsupportedOperationException("only puts");
            }
            Map<String, AttributeValue> old = row(put.tableName(), put.item());
            Conditions conditions =
                new Conditions(put.expressionAttributeNames(), put.expressionAttributeValues());
            boolean holds = conditions.hold(put.conditionExpression(), old);
            canceled |= !holds;
            reasons.add(
                CancellationReason.builder()
                    .code(holds ? "None" : "ConditionalCheckFailed")
                    .item(holds || put.returnValuesOnConditionCheckFailure() == null ? null : old)
                    .build());
          }
          if (canceled) {
            throw TransactionCanceledException.builder()
                .message("Transaction cancelled")
                .cancellationReasons(reasons)
                .build();
          }
          request.transactItems().forEach(each -> put(each.put().tableName(), each.put().item()));
          return TransactWriteItemsResponse.builder().build();
        });
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return call(
        () -> {
          Map<String, AttributeValue> values = request.expressionAttributeValues();
          String prefix = values.get(":pk").s() + "\n";
          String from;
          String to;
          switch (request.keyConditionExpression()) {
            case "pk = :pk AND begins_with(sk, :v)" -> {
              from = prefix + values.get(":v").s();
              to = from + Character.MAX_VALUE;
            }
            case "pk = :pk AND sk BETWEEN :from AND :to" -> {
              from = prefix + values.get(":from").s();
              to = prefix + values.get(":to").s();
            }
            default -> throw new UnsupportedOperationException(request.keyConditionExpression());
          }
          var found = table(request.tableName()).subMap(from, true, to, true);
          boolean forward = !Boolean.FALSE.equals(request.scanIndexForward());
          List<Map<String, AttributeValue>> items =
              new ArrayList<>((forward ? found : found.descendingMap()).values());
          int limit = request.limit() == null ? items.size() : request.limit();
          boolean more = items.size() > limit;
          List<Map<String, AttributeValue>> page = items.subList(0, Math.min(limit, items.size()));
          QueryResponse.Builder answer = QueryResponse.builder().items(page).count(page.size());
          return (more ? answer.lastEvaluatedKey(page.get(limit - 1)) : answer).build();
        });
  }

  /** Every row, by key. */
  TreeMap<String, Map<String, AttributeValue>> table(String name) {
    return tables.computeIfAbsent(name, unused -> new TreeMap<>());
  }

  private @Nullable Map<String, AttributeValue> row(
      String table, Map<String, AttributeValue> item) {
    return table(table).get(keyOf(item));
  }

  private void put(String table, Map<String, AttributeValue> item) {
    table(table).put(keyOf(item), item);
    journal.add(table + "/" + keyOf(item).replace('\n', '/'));
  }

  private static String keyOf(Map<String, AttributeValue> item) {
    AttributeValue sort = item.get("sk");
    return item.get("pk").s() + "\n" + (sort == null ? "" : sort.s());
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
