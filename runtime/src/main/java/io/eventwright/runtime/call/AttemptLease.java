package io.eventwright.runtime.call;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.optionalText;
import static io.eventwright.runtime.store.Attributes.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The lease under which one message's dependencies are called: one owner at a time, and each
 * attempt counted before its first call, so that one that kills the instance counts too. Ending is
 * conditional on owner and attempt, so that a late run can take nothing from the one that came
 * after it. Used by one thread.
 */
public final class AttemptLease {
  /** Owner of a lease that was closed before anybody held it. */
  private static final String CLOSED = "closed";

  /** Attempts that a message gets before it is given up. */
  public static final int ATTEMPTS = 5;

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final String key;
  private final Clock clock;
  private final Duration kept;
  private final long most;
  private final String owner = UUID.randomUUID().toString();
  private long attempt;
  private long runs;
  private boolean called;

  /**
   * A lease that nobody holds yet.
   *
   * @param message the inbox key of the message
   * @param kept how long attempts are remembered
   */
  public AttemptLease(
      DynamoDbClient dynamoDb, String table, String message, Clock clock, Duration kept) {
    this(dynamoDb, table, message, clock, kept, ATTEMPTS);
  }

  /**
   * The same with a limit of its own.
   *
   * @param most attempts that the message gets
   */
  public AttemptLease(
      DynamoDbClient dynamoDb,
      String table,
      String message,
      Clock clock,
      Duration kept,
      long most) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.key = "lease#" + message;
    this.clock = clock;
    this.kept = kept;
    this.most = most;
  }

  /**
   * Takes the lease and counts the attempt, the first time that it is called.
   *
   * @param runsMillis how long the attempt can run at most
   * @throws AttemptRunning when somebody else holds it
   * @throws AttemptsExhausted when there were enough attempts
   */
  public void begin(long runsMillis) {
    if (attempt > 0) {
      return;
    }
    Instant now = clock.instant();
    long until = now.plusMillis(Math.max(0, runsMillis)).plus(CLOCKS_DIFFER).toEpochMilli();
    try {
      UpdateItemResponse answer =
          dynamoDb.updateItem(
              request ->
                  request
                      .tableName(table)
                      .key(Map.of("pk", text(key)))
                      .updateExpression(
                          "SET #owner = :owner, #until = :until, #ttl = :ttl"
                              + " ADD #attempt :one, #runs :one")
                      .conditionExpression("attribute_not_exists(pk) OR #until < :now")
                      .expressionAttributeNames(
                          Map.of(
                              "#owner", "owner",
                              "#until", "until",
                              "#ttl", "ttl",
                              "#attempt", "attempt",
                              "#runs", "runs"))
                      .expressionAttributeValues(
                          Map.of(
                              ":owner", text(owner),
                              ":until", number(until),
                              ":ttl", number(now.plus(kept).getEpochSecond()),
                              ":now", number(now.toEpochMilli()),
                              ":one", number(1)))
                      .returnValues(ReturnValue.UPDATED_NEW));
      attempt = number(answer.attributes(), "attempt", 1);
      runs = number(answer.attributes(), "runs", attempt);
    } catch (ConditionalCheckFailedException e) {
      throw new AttemptRunning();
    }
    if (attempt > most) {
      throw new AttemptsExhausted(attempt - 1);
    }
  }

  /** The same, and a call outside is made now. */
  void beginCall(long runsMillis) {
    begin(runsMillis);
    called = true;
  }

  /** Which attempt this is; 0 while nobody holds the lease. */
  public long attempt() {
    return attempt;
  }

  /**
   * Whether somebody may have called outside for this message before; also when its attempts were
   * forgotten since.
   */
  boolean isRerun() {
    return runs > 1;
  }

  /**
   * Takes the attempt back: it failed as a probe of a dependency that was known to be broken, which
   * says nothing of the message. One that kills the instance does not come here, and stays counted.
   */
  public void uncount() {
    if (update("SET #until = :zero ADD #attempt :less", Map.of(":less", number(-1)))) {
      attempt = 0;
    }
  }

  /** Takes the attempt back if no call was made in it, since a breaker let none through. */
  void refused() {
    if (!called) {
      uncount();
    }
  }

  /**
   * Sees to it that no attempt can begin any more, if none has yet: who comes later finds the lease
   * held for ever.
   *
   * @return whether no attempt ever began; the same when it is asked again
   * @throws AttemptRunning when one runs, or may still
   */
  public boolean close() {
    Instant now = clock.instant();
    Map<String, AttributeValue> closed =
        Map.of(
            "pk", text(key),
            "owner", text(CLOSED),
            "until", number(Long.MAX_VALUE),
            "attempt", number(0),
            "ttl", number(now.plus(kept).getEpochSecond()));
    try {
      dynamoDb.putItem(
          request ->
              request
                  .tableName(table)
                  .item(closed)
                  .conditionExpression("attribute_not_exists(pk)")
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return true;
    } catch (ConditionalCheckFailedException e) {
      if (CLOSED.equals(optionalText(e.item(), "owner"))) {
        return true;
      }
      if (number(e.item(), "until", 0) >= now.toEpochMilli()) {
        throw new AttemptRunning();
      }
      return false;
    }
  }

  /** Lets a message that is put aside have all its attempts again, should it be sent back. */
  public void forget() {
    update("SET #until = :zero, #attempt = :zero", Map.of());
  }

  /** Lets the next attempt begin at once; does nothing when somebody else has begun already. */
  public void release() {
    update("SET #until = :zero", Map.of());
  }

  private boolean update(String expression, Map<String, AttributeValue> more) {
    if (attempt == 0) {
      return false;
    }
    Map<String, AttributeValue> values = new HashMap<>(more);
    values.put(":owner", text(owner));
    values.put(":attempt", number(attempt));
    values.put(":zero", number(0));
    try {
      dynamoDb.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(Map.of("pk", text(key)))
                  .updateExpression(expression)
                  .conditionExpression("#owner = :owner AND #attempt = :attempt")
                  .expressionAttributeNames(
                      Map.of("#owner", "owner", "#until", "until", "#attempt", "attempt"))
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      // Somebody else's by now: nothing of it is ours to end.
      return false;
    }
  }
}
