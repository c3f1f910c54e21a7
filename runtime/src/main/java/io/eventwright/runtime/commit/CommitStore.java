package io.eventwright.runtime.commit;

import io.eventwright.runtime.inbox.Inbox;
import io.eventwright.runtime.log.EntityLog;
import io.eventwright.runtime.seal.Seals;
import io.eventwright.runtime.trace.Traces;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Where decisions are committed.
 *
 * @param system source of the events that are published
 * @param dynamoDb where the tables are
 * @param inboxTable name of the inbox
 * @param logTable name of the log
 * @param remembered how long a decision is kept at least
 * @param clock for the rows' times
 * @param seals what is sensitive of states and events
 * @param traces what decides is a span of its own, and makes the events
 */
public record CommitStore(
    String system,
    DynamoDbClient dynamoDb,
    String inboxTable,
    String logTable,
    Duration remembered,
    Clock clock,
    Seals seals,
    Traces traces) {

  /** What was decided. */
  public Inbox inbox() {
    return new Inbox(dynamoDb, inboxTable);
  }

  /** What became of it. */
  public EntityLog log() {
    return new EntityLog(dynamoDb, logTable);
  }

  CommitLoop loop() {
    return new CommitLoop(
        new Transactions(dynamoDb, inboxTable, logTable),
        remembered,
        clock,
        () -> UUID.randomUUID().toString());
  }
}
