package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.emit.sam.LogicalIds;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.SagaValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The states that call a service without a worker between, and the note that one is about to.
 *
 * @param values what the saga knows
 */
record ServiceStates(Values values) {

  private static final Duration SERVICE_CALL = Duration.ofSeconds(30);

  /** A year, and a month for what ends late: as the runtime remembers what steps did. */
  private static final Duration AN_EXECUTION = Duration.ofDays(400);

  Map<String, Object> publish(SagaStep.Publish publish, Flow flow) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("EventBusName", "${Bus}");
    entry.put("Source", values.system().name());
    entry.put("DetailType", publish.event().wireType());
    entry.put(
        "Detail", values.event(publish.event(), publish, publish.with(), flow.place().index()));
    return service("arn:aws:states:::events:putEvents", Map.of("Entries", List.of(entry)), flow);
  }

  Map<String, Object> put(SagaStep.Put put, Flow flow) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("pk", Items.text(Expression.joined("", values.at(put.key()))));
    item.put("by", Items.text(values.key(put, flow.place().index())));
    item.put("at", Items.text(Expression.context("Execution", "StartTime")));
    put.with()
        .forEach(
            (field, value) ->
                item.put(
                    field,
                    Items.text(
                        value instanceof SagaValue.At at
                            ? Expression.joined("", values.at(at.path()))
                            : String.valueOf(((SagaValue.Constant) value).value()))));
    return service(
        "arn:aws:states:::dynamodb:putItem",
        TaskStates.ordered("TableName", "${" + LogicalIds.of(put.table()) + "Table}", "Item", item),
        flow);
  }

  Map<String, Object> send(SagaStep.Send send, Flow flow) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", values.key(send, flow.place().index()));
    body.put(
        "data",
        send.with().isEmpty()
            ? Expression.variable(SagaPath.EVENT, "data")
            : values.record(send.with(), null));
    return service(
        "arn:aws:states:::sqs:sendMessage",
        TaskStates.ordered(
            "QueueUrl", "${" + LogicalIds.of(send.queue()) + "Queue}", "MessageBody", body),
        flow);
  }

  private Map<String, Object> service(String resource, Map<String, Object> arguments, Flow flow) {
    Map<String, Object> state = TaskStates.task("", resource);
    flow.language().arguments(state, arguments);
    flow.language().withoutOutput(state);
    state.put("TimeoutSeconds", values.pace().serviceCall().toSeconds());
    state.put("Retry", values.pace().ofService());
    return state;
  }

  /**
   * Notes in the inbox that a service is about to be called: what failed before that has nothing to
   * undo, and what is undone by then cannot begin.
   */
  Map<String, Object> begin(SagaStep step, Flow flow) {
    String saga = values.saga().name();
    Object me = Items.text(Expression.variable(SagaPath.EXECUTION));
    Map<String, Object> item = new LinkedHashMap<>();
    item.put(
        "pk",
        Items.text(
            Expression.joined(
                saga + "#",
                Expression.variable(SagaPath.EXECUTION),
                "#",
                Values.stepKey(step.name(), flow.place().index()),
                "#do")));
    // What is after the stroke says that this is no hash of the event.
    item.put("payload", Items.text("begun/service"));
    item.put("outcome", Items.text("APPLIED"));
    item.put("version", Items.number("0"));
    item.put("token", me);
    item.put("at", Items.text(Expression.context("State", "EnteredTime")));
    item.put("ttl", Items.number(new Expression.SecondsAfterStart(AN_EXECUTION.toSeconds())));
    Map<String, Object> arguments = Items.put("${InboxTable}", item);
    arguments.put("ConditionExpression", "attribute_not_exists(pk) OR #token = :me");
    arguments.put("ExpressionAttributeNames", Map.of("#token", "token"));
    arguments.put("ExpressionAttributeValues", Map.of(":me", me));
    Map<String, Object> state =
        TaskStates.task(
            "Notes that " + step.name() + " begins: what has not is not undone.",
            "arn:aws:states:::dynamodb:putItem");
    flow.language().arguments(state, arguments);
    flow.language().withoutOutput(state);
    state.put("TimeoutSeconds", SERVICE_CALL.toSeconds());
    state.put("Retry", Retries.ofOwnStore(SagaErrors.NOT_MINE));
    state.put("Next", step.name());
    return state;
  }
}
