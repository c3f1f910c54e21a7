package io.eventwright.runtime.commit;

import io.eventwright.runtime.commit.CommitResult.AlreadyDecided;
import io.eventwright.runtime.commit.CommitResult.Committed;
import io.eventwright.runtime.commit.CommitResult.Conflict;
import io.eventwright.runtime.commit.CommitResult.Unknown;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.log.VersionRowItem;
import io.eventwright.runtime.order.CursorMove;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Writes a decision: the inbox row, and with it the entity's next version, each only where there is
 * none yet, and the step in the subject's order, only if nobody has moved.
 *
 * @param dynamoDb where the tables are
 * @param inboxTable name of the inbox
 * @param logTable name of the log
 */
record Transactions(DynamoDbClient dynamoDb, String inboxTable, String logTable) {
  private static final String ABSENT = "attribute_not_exists(pk)";

  CommitResult commit(InboxRow decision, @Nullable VersionRow next, @Nullable CursorMove move)
      throws Rejection {
    try {
      if (next == null && move == null) {
        putDecision(decision);
      } else {
        putAll(decision, next, move);
      }
      return new Committed();
    } catch (TransactionCanceledException e) {
      return canceled(e);
    } catch (ConditionalCheckFailedException e) {
      return new AlreadyDecided(InboxRow.of(e.item()));
    } catch (TransactionConflictException e) {
      return new Conflict("another transaction holds the row");
    } catch (DynamoDbException e) {
      throwIfTooLarge(e.statusCode(), String.valueOf(e.getMessage()));
      return new Unknown(e);
    } catch (SdkException e) {
      return new Unknown(e);
    }
  }

  /** A decision that changes nothing is one row, and costs half. */
  private void putDecision(InboxRow decision) {
    dynamoDb.putItem(
        request ->
            request
                .tableName(inboxTable)
                .item(decision.item())
                .conditionExpression(ABSENT)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
  }

  private void putAll(InboxRow decision, @Nullable VersionRow next, @Nullable CursorMove move) {
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(
        put(
            Put.builder()
                .tableName(inboxTable)
                .item(decision.item())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
    if (next != null) {
      items.add(put(Put.builder().tableName(logTable).item(VersionRowItem.write(next))));
    }
    if (move != null) {
      items.addAll(move.items());
    }
    dynamoDb.transactWriteItems(
        request -> request.clientRequestToken(decision.token()).transactItems(items));
  }

  private static TransactWriteItem put(Put.Builder put) {
    return TransactWriteItem.builder().put(put.conditionExpression(ABSENT).build()).build();
  }

  private static CommitResult canceled(TransactionCanceledException e) throws Rejection {
    List<CancellationReason> reasons = e.cancellationReasons();
    if (reasons.isEmpty()) {
      return new Unknown(e);
    }
    CancellationReason inbox = reasons.get(0);
    if (is(inbox, "ConditionalCheckFailed") && inbox.hasItem()) {
      return new AlreadyDecided(InboxRow.of(inbox.item()));
    }
    for (CancellationReason reason : reasons) {
      if (is(reason, "ConditionalCheckFailed")) {
        return new Conflict("another writer made this version, or moved on");
      }
    }
    for (CancellationReason reason : reasons) {
      if (is(reason, "TransactionConflict")) {
        return new Conflict("another transaction holds the row");
      }
      throwIfTooLarge(is(reason, "ValidationError") ? 400 : 0, String.valueOf(reason.message()));
    }
    return new Unknown(e);
  }

  private static boolean is(CancellationReason reason, String code) {
    return code.equals(reason.code());
  }

  private static void throwIfTooLarge(int status, String message) throws Rejection {
    if (status == 400 && message.contains("size has exceeded")) {
      throw new Rejection(
          Reason.TOO_LARGE, "the entity's next version is beyond what one row holds: " + message);
    }
  }
}
