package io.eventwright.runtime.order;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.intake.Needs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Reads and writes cursors and parked events, always with strong consistency.
 *
 * @param dynamoDb where the table is
 * @param table its name
 */
public record OrderTable(DynamoDbClient dynamoDb, String table) {
  /** So many events of one subject may wait; more stay in their queue. */
  public static final int MOST_PARKED = 100;

  /** What came of parking an event. */
  public enum Parked {
    /** It waits. */
    PARKED,
    /** It waits already. */
    KNOWN,
    /** An event of its id waits already that has another payload. */
    CHANGED,
    /** Too many wait already, or it is too large to be kept. */
    NO_ROOM,
    /** The cursor has moved meanwhile: it may be its turn. */
    MOVED
  }

  /** How far the consumer has come. */
  public Cursor cursor(String partition) {
    return get(Rows.cursorKey(partition)).map(Rows::cursor).orElse(Cursor.NONE);
  }

  /** Whether the event of that sequence waits. */
  public boolean waits(String partition, String sequence) {
    return get(Rows.parkedKey(partition, sequence)).isPresent();
  }

  /** The first event that waits after a cursor. */
  public Optional<ParkedEvent> first(String partition, Cursor cursor) {
    String last = cursor.last();
    QueryResponse answer =
        dynamoDb.query(
            request ->
                request
                    .tableName(table)
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", text(partition),
                            ":from", text(last == null ? Rows.beginning() : Rows.after(last)),
                            ":to", text(Rows.end())))
                    .limit(1)
                    .consistentRead(true));
    return answer.items().stream().findFirst().map(Rows::parked);
  }

  /**
   * Parks an event, if the cursor is still where it was when the gap was seen: else its turn could
   * come and nobody would look for it.
   */
  public Parked park(ParkedEvent event, Cursor seen) {
    if (seen.parked() >= MOST_PARKED) {
      return waiting(event).orElse(Parked.NO_ROOM);
    }
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":parked", number(seen.parked()));
    values.put(":more", number(seen.parked() + 1));
    TransactWriteItem cursor =
        TransactWriteItem.builder()
            .update(
                Rows.update(table, event.partition(), seen, values)
                    .updateExpression("SET #parked = :more")
                    .expressionAttributeNames(Map.of("#last", "last", "#parked", "parked"))
                    .build())
            .build();
    TransactWriteItem row =
        TransactWriteItem.builder()
            .put(
                Put.builder()
                    .tableName(table)
                    .item(Rows.item(event))
                    .conditionExpression("attribute_not_exists(pk)")
                    .build())
            .build();
    try {
      dynamoDb.transactWriteItems(request -> request.transactItems(row, cursor));
      return Parked.PARKED;
    } catch (TransactionCanceledException e) {
      if (tooLarge(e.cancellationReasons())) {
        return Parked.NO_ROOM;
      }
      return waiting(event).orElse(Parked.MOVED);
    } catch (TransactionConflictException e) {
      return Parked.MOVED;
    } catch (DynamoDbException e) {
      if (e.statusCode() == 400 && String.valueOf(e.getMessage()).contains("size has exceeded")) {
        return Parked.NO_ROOM;
      }
      throw e;
    }
  }

  /**
   * Steps on without a decision, since there is one already.
   *
   * @return whether nothing had moved
   */
  public boolean move(CursorMove move) {
    return written(move.items());
  }

  /** Takes a parked event away that was put elsewhere; what follows it goes on waiting. */
  public boolean drop(ParkedEvent event) {
    return written(
        List.of(
            TransactWriteItem.builder()
                .delete(
                    Delete.builder()
                        .tableName(table)
                        .key(Rows.parkedKey(event.partition(), event.sequence()))
                        .conditionExpression("attribute_exists(pk)")
                        .build())
                .build(),
            TransactWriteItem.builder()
                .update(
                    update ->
                        update
                            .tableName(table)
                            .key(Rows.cursorKey(event.partition()))
                            .updateExpression("ADD #parked :less")
                            .expressionAttributeNames(Map.of("#parked", "parked"))
                            .expressionAttributeValues(Map.of(":less", number(-1))))
                .build()));
  }

  /**
   * Counts a failed attempt at a parked event.
   *
   * @return how many there were; 0 when it waits no more
   */
  public long failed(ParkedEvent event) {
    try {
      var answer =
          dynamoDb.updateItem(
              request ->
                  request
                      .tableName(table)
                      .key(Rows.parkedKey(event.partition(), event.sequence()))
                      .conditionExpression("attribute_exists(pk)")
                      .updateExpression("ADD #attempts :one")
                      .expressionAttributeNames(Map.of("#attempts", "attempts"))
                      .expressionAttributeValues(Map.of(":one", number(1)))
                      .returnValues(ReturnValue.UPDATED_NEW));
      return number(answer.attributes(), "attempts", 1);
    } catch (ConditionalCheckFailedException e) {
      return 0;
    }
  }

  /** A step from a cursor to an event's sequence; with the event's parked row, if it has one. */
  public CursorMove step(String partition, Cursor from, String to, boolean wasParked, Instant at) {
    return new CursorMove(table, partition, from, to, wasParked, at);
  }

  private boolean written(List<TransactWriteItem> items) {
    try {
      dynamoDb.transactWriteItems(request -> request.transactItems(new ArrayList<>(items)));
      return true;
    } catch (TransactionCanceledException | TransactionConflictException e) {
      return false;
    }
  }

  private Optional<Parked> waiting(ParkedEvent event) {
    return get(Rows.parkedKey(event.partition(), event.sequence()))
        .map(Rows::parked)
        .map(
            there ->
                there.id().equals(event.id())
                        && !Needs.samePayload(there.payloadHash(), event.payloadHash())
                    ? Parked.CHANGED
                    : Parked.KNOWN);
  }

  private static boolean tooLarge(List<CancellationReason> reasons) {
    return reasons.stream()
        .anyMatch(reason -> String.valueOf(reason.message()).contains("size has exceeded"));
  }

  private Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    GetItemResponse answer =
        dynamoDb.getItem(request -> request.tableName(table).key(key).consistentRead(true));
    return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
  }
}
