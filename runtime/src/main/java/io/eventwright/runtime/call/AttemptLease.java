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
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The lease under which one message's dependencies are called: one owner at a time, and each
 * attempt counted before its first call, so that one that kills the instance counts too. Ending is
 * conditional on owner and attempt, so that a late run can take nothing from the one that came
 * after it. Used by one thread.
 */
public final class AttemptLease {
  /** Owner of a lease that was closed before anybody held it. */
  private static final String CLOSED = "closed";

  /** Owner of a lease whose run has come to its end, as one that is killed does not. */
  private static final String ENDED = "ended";

  /** Attempts that a message gets before it is given up. */
  public static final int ATTEMPTS = 5;

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

  private final LeaseTable table;
  private final String key;
  private final Clock clock;
  private final Duration kept;
  private final long most;
  private final String owner = UUID.randomUUID().toString();
  private Duration rest = Duration.ZERO;
  private boolean failed;
  private long attempt;
  private long runs;
  private boolean called;

  /**
   * A lease that nobody holds yet.
   *
   * @param message the inbox key of the message
   * @param kept how long attempts are remembered
   * @param most attempts that the message gets
   */
  public AttemptLease(LeaseTable table, String message, Clock clock, Duration kept, long most) {
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
   * @param spared whether the message has not to answer for a failure: it is not given up then,
   *     however many attempts it had, unless the last one killed its instance
   * @throws AttemptRunning when somebody else holds it
   * @throws AttemptTooSoon when it rests after an attempt that failed
   * @throws AttemptUncounted when the table does not answer
   * @throws AttemptsExhausted when there were enough attempts
   */
  public void begin(long runsMillis, boolean spared) {
    if (attempt > 0) {
      return;
    }
    Map<String, AttributeValue> row = taken(runsMillis);
    attempt = number(row, "attempt", 1);
    runs = number(row, "runs", attempt);
    boolean killed = !ENDED.equals(optionalText(row, "last"));
    if (attempt > most && (killed || !spared)) {
      throw new AttemptsExhausted(attempt - 1);
    }
  }

  private Map<String, AttributeValue> taken(long runsMillis) {
    Instant now = clock.instant();
    long until = now.plusMillis(Math.max(0, runsMillis)).plus(CLOCKS_DIFFER).toEpochMilli();
    try {
      return table
          .dynamoDb()
          .updateItem(
              request ->
                  request
                      .tableName(table.name())
                      .key(Map.of("pk", text(key)))
                      .updateExpression(
                          "SET #last = if_not_exists(#owner, :ended), #owner = :owner,"
                              + " #until = :until, #ttl = :ttl ADD #attempt :one, #runs :one")
                      .conditionExpression("attribute_not_exists(pk) OR #until < :now")
                      .expressionAttributeNames(
                          Map.of(
                              "#last", "last",
                              "#owner", "owner",
                              "#until", "until",
                              "#ttl", "ttl",
                              "#attempt", "attempt",
                              "#runs", "runs"))
                      .expressionAttributeValues(
                          Map.of(
                              ":ended", text(ENDED),
                              ":owner", text(owner),
                              ":until", number(until),
                              ":ttl", number(now.plus(kept).getEpochSecond()),
                              ":now", number(now.toEpochMilli()),
                              ":one", number(1)))
                      .returnValues(ReturnValue.UPDATED_NEW)
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD)
                      .overrideConfiguration(quick()))
          .attributes();
    } catch (ConditionalCheckFailedException e) {
      String holder = optionalText(e.item(), "owner");
      if (owner.equals(holder)) {
        // Ours: the answer was lost, and the client has asked again.
        return e.item();
      }
      if (ENDED.equals(holder)) {
        throw new AttemptTooSoon();
      }
      throw new AttemptRunning();
    } catch (SdkException e) {
      throw new AttemptUncounted(e);
    }
  }

  /** A call outside is made now. */
  void calls() {
    called = true;
  }

  /** Whether any was made in this attempt. */
  boolean hasCalled() {
    return called;
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

  /** A call of this attempt has failed: it stays counted, whatever comes after it. */
  void failed() {
    failed = true;
  }

  /**
   * A call was not made, since a breaker is open, or failed as any message's would have: no reason
   * to count the attempt, unless another call of it has failed.
   */
  void spared() {
    if (!failed) {
      uncount();
    }
  }

  /**
   * Takes the attempt back: it failed at a dependency that is known to be broken, which says
   * nothing of the message. One that kills the instance does not come here, and stays counted.
   */
  public void uncount() {
    if (end(0, " ADD #attempt :less", Map.of(":less", number(-1)))) {
      attempt = 0;
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
      table
          .dynamoDb()
          .putItem(
              request ->
                  request
                      .tableName(table.name())
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

  /**
   * Whether an attempt is on its way, or was killed and could still be, for all that is known.
   * Changes nothing.
   */
  public boolean isHeld() {
    Map<String, AttributeValue> row =
        table
            .dynamoDb()
            .getItem(
                request ->
                    request
                        .tableName(table.name())
                        .key(Map.of("pk", text(key)))
                        .consistentRead(true))
            .item();
    String holder = optionalText(row, "owner");
    return holder != null
        && !CLOSED.equals(holder)
        && !ENDED.equals(holder)
        && number(row, "until", 0) >= clock.instant().toEpochMilli();
  }

  /** Lets a message that is put aside have all its attempts again, should it be sent back. */
  public void forget() {
    end(0, ", #attempt = :none", Map.of(":none", number(0)));
  }

  /** Leaves the lease to end by itself, as that of an instance that is killed. */
  public void leave() {
    attempt = 0;
  }

  /** Lets the next attempt begin only after a while, where nothing else keeps the message away. */
  public void restFor(Duration time) {
    rest = time;
  }

  /**
   * Lets the next attempt begin, at once or after the rest; does nothing when somebody else has
   * begun already.
   */
  public void release() {
    end(rest.isZero() ? 0 : clock.instant().plus(rest).toEpochMilli(), "", Map.of());
  }

  private boolean end(long until, String also, Map<String, AttributeValue> more) {
    if (attempt == 0) {
      return false;
    }
    Map<String, AttributeValue> values = new HashMap<>(more);
    values.put(":owner", text(owner));
    values.put(":attempt", number(attempt));
    values.put(":until", number(until));
    values.put(":ended", text(ENDED));
    try {
      table
          .dynamoDb()
          .updateItem(
              request ->
                  request
                      .tableName(table.name())
                      .key(Map.of("pk", text(key)))
                      .updateExpression("SET #until = :until, #owner = :ended" + also)
                      .conditionExpression("#owner = :owner AND #attempt = :attempt")
                      .expressionAttributeNames(
                          Map.of("#owner", "owner", "#until", "until", "#attempt", "attempt"))
                      .expressionAttributeValues(values)
                      .overrideConfiguration(quick()));
      return true;
    } catch (ConditionalCheckFailedException e) {
      // Somebody else's by now: nothing of it is ours to end.
      return false;
    }
  }

  private AwsRequestOverrideConfiguration quick() {
    return AwsRequestOverrideConfiguration.builder().apiCallTimeout(table.limit()).build();
  }
}
