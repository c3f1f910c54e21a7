package io.eventwright.runtime.breaker;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.store.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * One item for each breaker. A change of phase also writes a row of its own, in the same
 * transaction, so that what happened can be read afterwards.
 *
 * @param dynamoDb where the table is
 * @param table the control table
 * @param name the dependency's name
 * @param limit of one call
 * @param clock for the rows' times
 */
record DynamoBreakerStore(
    DynamoDbClient dynamoDb, String table, String name, Duration limit, Clock clock)
    implements BreakerStore {
  private static final Duration TRANSITIONS_KEPT = Duration.ofDays(30);
  private static final String UNCHANGED = "attribute_not_exists(pk) OR #revision = :revision";
  private static final Map<String, String> NAMES = Map.of("#revision", "revision");

  @Override
  public BreakerState read() {
    GetItemResponse answer =
        dynamoDb.getItem(
            request ->
                request
                    .tableName(table)
                    .key(Map.of("pk", text(key())))
                    .consistentRead(true)
                    .overrideConfiguration(quick()));
    return answer.hasItem() ? state(answer.item()) : BreakerState.NEW;
  }

  @Override
  public boolean replace(BreakerState last, BreakerState next) {
    Map<String, AttributeValue> unchanged = Map.of(":revision", number(last.revision()));
    try {
      if (next.generation() == last.generation()) {
        dynamoDb.putItem(
            request ->
                request
                    .tableName(table)
                    .item(item(next))
                    .conditionExpression(UNCHANGED)
                    .expressionAttributeNames(NAMES)
                    .expressionAttributeValues(unchanged)
                    .overrideConfiguration(quick()));
      } else {
        transition(last, next, unchanged);
      }
      return true;
    } catch (ConditionalCheckFailedException | TransactionConflictException e) {
      return false;
    } catch (TransactionCanceledException e) {
      boolean lost =
          e.cancellationReasons().stream()
              .anyMatch(
                  reason ->
                      "ConditionalCheckFailed".equals(reason.code())
                          || "TransactionConflict".equals(reason.code()));
      if (!lost) {
        throw e;
      }
      return false;
    }
  }

  private void transition(
      BreakerState last, BreakerState next, Map<String, AttributeValue> unchanged) {
    Put state =
        Put.builder()
            .tableName(table)
            .item(item(next))
            .conditionExpression(UNCHANGED)
            .expressionAttributeNames(NAMES)
            .expressionAttributeValues(unchanged)
            .build();
    Instant now = clock.instant();
    Map<String, AttributeValue> row = new HashMap<>();
    // Generations begin anew where somebody deletes the item; the time tells the rows apart.
    row.put("pk", text(key() + "#" + next.generation() + "#" + Timestamps.text(now)));
    row.put("from", text(last.phase().name()));
    row.put("to", text(next.phase().name()));
    row.put("at", text(Timestamps.text(now)));
    row.put("ttl", number(now.plus(TRANSITIONS_KEPT).getEpochSecond()));
    Put history = Put.builder().tableName(table).item(row).build();
    dynamoDb.transactWriteItems(
        request ->
            request
                .transactItems(
                    TransactWriteItem.builder().put(state).build(),
                    TransactWriteItem.builder().put(history).build())
                .overrideConfiguration(quick()));
  }

  private AwsRequestOverrideConfiguration quick() {
    return AwsRequestOverrideConfiguration.builder().apiCallTimeout(limit).build();
  }

  private String key() {
    return "breaker#" + name;
  }

  private Map<String, AttributeValue> item(BreakerState state) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", text(key()));
    item.put("phase", text(state.phase().name()));
    item.put("generation", number(state.generation()));
    item.put("revision", number(state.revision()));
    item.put("outcomes", text(state.outcomes().text()));
    item.put("until", text(Timestamps.text(state.until())));
    item.put("since", text(Timestamps.text(state.since())));
    item.put("down", text(Timestamps.text(state.down())));
    Map<String, AttributeValue> probes = new HashMap<>();
    state.probes().forEach((owner, end) -> probes.put(owner, text(Timestamps.text(end))));
    item.put("probes", AttributeValue.fromM(probes));
    return item;
  }

  private static BreakerState state(Map<String, AttributeValue> item) {
    Map<String, Instant> probes = new HashMap<>();
    item.get("probes").m().forEach((owner, end) -> probes.put(owner, Instant.parse(end.s())));
    return new BreakerState(
        Phase.valueOf(requiredText(item, "phase")),
        number(item, "generation", 0),
        number(item, "revision", 0),
        Outcomes.of(requiredText(item, "outcomes")),
        Instant.parse(requiredText(item, "until")),
        Instant.parse(requiredText(item, "since")),
        Instant.parse(requiredText(item, "down")),
        probes);
  }
}
