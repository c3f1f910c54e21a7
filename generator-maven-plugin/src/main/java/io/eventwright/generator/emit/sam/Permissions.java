package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.emit.sam.view.StatementView;
import io.eventwright.generator.model.ProjectionModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the statements of one function's role: exactly the calls that its part of the runtime
 * makes, on exactly the rows, queues and streams that are its own.
 */
final class Permissions {

  private final List<StatementView> statements = new ArrayList<>();

  private final StackView stack;

  private Permissions(StackView stack) {
    this.stack = stack;
  }

  /** What every function may do: write its own logs, and its spans where it is traced. */
  static Permissions of(String logGroupId, StackView stack) {
    // Lambda writes segments in the function's name, and it its spans.
    return of(
        logGroupId,
        stack,
        List.of(
            "xray:PutSpans",
            "xray:PutSpansForIndexing",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments"));
  }

  /** The same for what is part of no event's journey, and so makes no spans. */
  static Permissions aside(String logGroupId, StackView stack) {
    return of(logGroupId, stack, List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"));
  }

  private static Permissions of(String logGroupId, StackView stack, List<String> traces) {
    Permissions permissions = new Permissions(stack);
    permissions.add(
        "WriteLogs",
        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
        "!GetAtt " + logGroupId + ".Arn");
    if (stack.traced()) {
      // X-Ray knows no resources.
      permissions.add("WriteTraces", traces, "\"*\"");
    }
    return permissions;
  }

  /** What a channel asks for. */
  Permissions add(StatementView statement) {
    statements.add(statement);
    return this;
  }

  Permissions quarantine() {
    return add("Quarantine", List.of("sqs:SendMessage"), "!GetAtt QuarantineQueue.Arn");
  }

  /** Reads an entity's newest version and adds the next. */
  Permissions versions(String entity) {
    return rows(
        "ReadAndAddVersions",
        "LogTable",
        List.of("dynamodb:PutItem", "dynamodb:Query"),
        List.of(entity + "#*"));
  }

  /** Reads an entity, and changes nothing. */
  Permissions readVersions(String entity) {
    return rows("ReadVersions", "LogTable", List.of("dynamodb:Query"), List.of(entity + "#*"));
  }

  /** Reads a projection's rows, of the generation that is live. */
  Permissions readViews(ProjectionModel projection) {
    List<String> keys = List.of(projection.name() + "#*");
    rows("ReadRows", "ViewsTable", List.of("dynamodb:GetItem", "dynamodb:Query"), keys);
    if (projection.sort() != null) {
      statements.add(
          new StatementView(
              "ReadSortedRows",
              List.of("dynamodb:Query"),
              "!Sub \"${ViewsTable.Arn}/index/sorted\"",
              keys));
    }
    return rows(
        "FindTheLiveRows",
        "ControlTable",
        List.of("dynamodb:GetItem"),
        List.of("projection#" + projection.name()));
  }

  /** Fetches what events only name. */
  Permissions fetchClaims(String bucketId) {
    return add("FetchClaims", List.of("s3:GetObject"), "!Sub \"${" + bucketId + ".Arn}/*\"");
  }

  /** Reads the objects that it is told of. */
  Permissions readObjects(String bucketId, String prefix) {
    return add(
        "ReadObjects", List.of("s3:GetObject"), "!Sub \"${" + bucketId + ".Arn}/" + prefix + "*\"");
  }

  /** Remembers what was asked for, and learns by the same write that it was before. */
  Permissions decisions(String owner) {
    return rows(
        "RememberDecisions", "InboxTable", List.of("dynamodb:PutItem"), List.of(owner + "#*"));
  }

  /** Remembers what was decided on which event, and looks for it where nothing can be decided. */
  Permissions inbox(List<String> owners) {
    return rows(
        "RememberDecisions",
        "InboxTable",
        List.of("dynamodb:GetItem", "dynamodb:PutItem"),
        owners.stream().map(owner -> owner + "#*").toList());
  }

  /** Shares circuit breakers with other instances, and holds a lease while it calls outside. */
  Permissions dependencies(List<String> owners, List<String> dependencies) {
    rows(
        "ShareBreakers",
        "ControlTable",
        List.of("dynamodb:GetItem", "dynamodb:PutItem"),
        dependencies.stream().map(each -> "breaker#" + each).toList());
    rows(
        "NoteTheirTransitions",
        "ControlTable",
        List.of("dynamodb:PutItem"),
        dependencies.stream().map(each -> "breaker#" + each + "#*").toList());
    return rows(
        "HoldLeases",
        "ControlTable",
        List.of("dynamodb:UpdateItem"),
        owners.stream().map(owner -> "lease#" + owner + "#*").toList());
  }

  /** Sees to it, for an undo, that a step which has not called outside cannot any more. */
  Permissions closeLeases(List<String> sagas) {
    return rows(
        "CloseLeases",
        "ControlTable",
        List.of("dynamodb:PutItem"),
        sagas.stream().map(saga -> "lease#" + saga + "#*").toList());
  }

  /** Reads the secret of one dependency. */
  Permissions readSecret(String dependencyId, String arn) {
    return add("ReadSecretOf" + dependencyId, List.of("secretsmanager:GetSecretValue"), arn);
  }

  /** Finds the token of what waits, and gives it its answer. */
  Permissions answers(String machineId, String keys) {
    rows(
        "FindWhatWaits",
        "ControlTable",
        List.of("dynamodb:GetItem", "dynamodb:UpdateItem"),
        List.of(keys));
    return add(
        "Answer", List.of("states:SendTaskFailure", "states:SendTaskSuccess"), "!Ref " + machineId);
  }

  /** Finds the token of what waits, says that it is worth waiting, and notes for how long. */
  Permissions keeps(String machineId, String keys) {
    rows(
        "FindWhatWaits",
        "ControlTable",
        List.of("dynamodb:GetItem", "dynamodb:UpdateItem"),
        List.of(keys));
    return add("KeepWaiting", List.of("states:SendTaskHeartbeat"), "!Ref " + machineId);
  }

  /** Remembers with which token a saga waits for an answer. */
  Permissions callbacks(List<String> keys) {
    return rows("RememberTokens", "ControlTable", List.of("dynamodb:PutItem"), keys);
  }

  /** Looks at breakers, is rung by their transitions, and notes what it has paused. */
  Permissions manager(List<String> dependencies, List<String> workers) {
    add(
        "ReadTheStream",
        List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
        "!GetAtt ControlTable.StreamArn");
    // Which streams there are is not a stream's own secret: the action knows no other resource.
    add("FindTheStream", List.of("dynamodb:ListStreams"), "\"*\"");
    rows(
        "LookAtBreakers",
        "ControlTable",
        List.of("dynamodb:GetItem"),
        dependencies.stream().map(each -> "breaker#" + each).toList());
    return workers.isEmpty()
        ? this
        : rows(
            "NotePauses",
            "ControlTable",
            List.of("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"),
            workers.stream().map(each -> "pause#" + each + "#*").toList());
  }

  /** Pauses and resumes one mapping, and counts what is in flight of its queue. */
  Permissions pause(ManagedSource source) {
    String id = source.mappingId();
    add(
        "Pause" + id,
        List.of("lambda:GetEventSourceMapping", "lambda:UpdateEventSourceMapping"),
        "!Sub \"arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}"
            + ":event-source-mapping:${"
            + id
            + "}\"");
    String queueArn = source.queueArn();
    return queueArn == null ? this : add("Count" + id, List.of("sqs:GetQueueAttributes"), queueArn);
  }

  /** Opens what is sealed of persons of those kinds. */
  Permissions open(List<String> kinds) {
    return rows("Open", "KeysTable", List.of("dynamodb:GetItem"), ownRows(kinds));
  }

  /** Opens and seals it, with a new key for who has none yet. */
  Permissions seal(List<String> kinds) {
    return rows(
        "OpenAndSeal",
        "KeysTable",
        List.of("dynamodb:GetItem", "dynamodb:PutItem"),
        ownRows(kinds));
  }

  private static List<String> ownRows(List<String> owners) {
    return owners.stream().map(owner -> owner + "#*").toList();
  }

  /** Keeps its place in each subject's order, and what waits for its turn. */
  Permissions order(String worker) {
    return rows(
        "KeepTheOrder",
        "OrderTable",
        List.of(
            "dynamodb:DeleteItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem"),
        List.of(worker + "#*"));
  }

  /** Finds what waits for its turn, of all workers. */
  Permissions parked() {
    return add(
        "FindWhatWaits", List.of("dynamodb:Scan"), "!Sub \"${OrderTable.Arn}/index/parked\"");
  }

  /** Writes a projection's rows, of each generation that there is; names the first one. */
  Permissions views(String projection) {
    return rows("WriteRows", "ViewsTable", List.of("dynamodb:PutItem"), List.of(projection + "#*"))
        .rows(
            "FindTheLiveRows",
            "ControlTable",
            List.of("dynamodb:GetItem", "dynamodb:PutItem"),
            List.of("projection#" + projection));
  }

  /** Reads how far every entity has come, and keeps it. */
  Permissions anchors() {
    // How far each has come, and nothing of what it is: no state, no event.
    statements.add(
        new StatementView(
            "ReadHeads",
            List.of("dynamodb:Scan"),
            "!GetAtt LogTable.Arn",
            List.of(),
            List.of("hash", "pk", "sk"),
            List.of()));
    return add("KeepHeads", List.of("s3:PutObject"), "!Sub \"${AnchorBucket.Arn}/heads/*\"");
  }

  /** Reads what changes in read models, and publishes to those channels. */
  Permissions pushes(List<String> namespaceIds) {
    add(
        "ReadTheStream",
        List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
        "!GetAtt ViewsTable.StreamArn");
    add("FindTheStream", List.of("dynamodb:ListStreams"), "\"*\"");
    for (String id : namespaceIds) {
      add(
          "PublishTo" + id,
          List.of("appsync:EventPublish"),
          "!GetAtt " + id + ".ChannelNamespaceArn");
    }
    return this;
  }

  /** What the relay does: reads the log and its stream, publishes, and moves its marks. */
  Permissions relay() {
    add(
        "ReadTheStream",
        List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
        "!GetAtt LogTable.StreamArn");
    // Which streams there are is not a stream's own secret: the action knows no other resource.
    add("FindTheStream", List.of("dynamodb:ListStreams"), "\"*\"");
    add("ReadTheLog", List.of("dynamodb:GetItem", "dynamodb:Query"), "!GetAtt LogTable.Arn");
    // How far it has come, and nothing of what was decided: a version is nobody's to change.
    statements.add(
        new StatementView(
            "MoveWatermarks",
            List.of("dynamodb:UpdateItem"),
            "!GetAtt LogTable.Arn",
            List.of(),
            List.of("pk", "published", "sk"),
            List.of()));
    add(
        "FindUnpublished",
        // The very first sweep reads the whole index.
        List.of("dynamodb:Query", "dynamodb:Scan"),
        "!Sub \"${LogTable.Arn}/index/outbox\"");
    rows(
        "MoveTheSweepersMark",
        "ControlTable",
        List.of("dynamodb:GetItem", "dynamodb:UpdateItem"),
        List.of("sweeper*"));
    return add("Publish", List.of("events:PutEvents"), "!GetAtt Bus.Arn");
  }

  /** All of it, and what of the customer's key that asks for. */
  List<StatementView> list() {
    return KeyUse.with(stack, statements);
  }

  private Permissions rows(String sid, String table, List<String> actions, List<String> keys) {
    statements.add(new StatementView(sid, actions, "!GetAtt " + table + ".Arn", keys));
    return this;
  }

  private Permissions add(String sid, List<String> actions, String resource) {
    statements.add(new StatementView(sid, actions, resource, List.of()));
    return this;
  }
}
