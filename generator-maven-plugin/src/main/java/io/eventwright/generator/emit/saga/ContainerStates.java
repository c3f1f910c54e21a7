package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.emit.saga.language.Language;
import io.eventwright.generator.emit.sam.LogicalIds;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaRetry;
import io.eventwright.generator.model.SagaStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states of a container's task. What it is given, and what it answers, stand in a row of the
 * control table, whose key is all that the container is told: {@code
 * docs/decisions/0012-container-tasks.md} says why.
 *
 * @param values what the saga knows
 */
record ContainerStates(Values values) {

  /** The row was there before: it has been asked for, done or closed. */
  static final String WRITTEN_BEFORE = "DynamoDB.ConditionalCheckFailedException";

  private static final String PUT = "arn:aws:states:::dynamodb:putItem";
  private static final String CONTAINER = "main";
  private static final long STORE_CALL_SECONDS = 30;

  static String prepare(SagaStep.Task task) {
    return "Prepare " + task.name();
  }

  static String ask(SagaStep.Task task) {
    return "Ask for " + task.name();
  }

  static String result(SagaStep.Task task) {
    return "Result of " + task.name();
  }

  static String close(SagaStep.Task task) {
    return "Close " + task.name();
  }

  /** Makes the record that it takes, so that the next state can write it as one text. */
  Map<String, Object> prepared(SagaStep.Task task, Flow flow) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Type", "Pass");
    state.put(
        "Assign",
        Map.of(given(task), values.event(task.takes(), task, task.with(), flow.place().index())));
    state.put("Next", ask(task));
    return state;
  }

  /** Writes it down, once. */
  Map<String, Object> asked(SagaStep.Task task, Flow flow) {
    Map<String, Object> item = row(task, flow);
    item.put("event", Items.text(new Expression.Text(Expression.variable(given(task)))));
    Map<String, Object> arguments = Items.put(item);
    arguments.put("ConditionExpression", "attribute_not_exists(pk)");
    return store("What the container is to do, for it to read.", PUT, arguments, Map.of(), flow);
  }

  /** Runs the container, and waits until it has ended. */
  Map<String, Object> run(SagaStep.Task task, Flow flow, List<SagaRetry> retry) {
    Map<String, Object> network = new LinkedHashMap<>();
    network.put("Subnets", new Expression.Parts("${TaskSubnets}"));
    network.put("SecurityGroups", List.of("${TaskSecurityGroup}"));
    network.put("AssignPublicIp", "${TaskPublicIp}");
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("Cluster", "${TaskCluster}");
    arguments.put("TaskDefinition", "${" + LogicalIds.taskDefinition(values.saga(), task) + "}");
    arguments.put("LaunchType", "FARGATE");
    arguments.put("NetworkConfiguration", Map.of("AwsvpcConfiguration", network));
    arguments.put(
        "Overrides",
        Map.of(
            "ContainerOverrides",
            List.of(
                TaskStates.ordered(
                    "Name",
                    CONTAINER,
                    "Environment",
                    List.of(
                        TaskStates.ordered(
                            "Name", "EVENTWRIGHT_TASK", "Value", key(task, flow)))))));
    Map<String, Object> state =
        TaskStates.task(
            "A container that ends with another exit code than 0 may have had its effect.",
            "arn:aws:states:::ecs:runTask.sync");
    flow.language().arguments(state, arguments);
    flow.language().output(state, Map.of());
    state.put("TimeoutSeconds", task.timeout().toSeconds());
    state.put("Retry", Retries.ofService(retry));
    return state;
  }

  /** Reads what it answered: a container's end has no output of its own. */
  Map<String, Object> answered(SagaStep.Task task, Flow flow) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("TableName", "${ControlTable}");
    arguments.put("Key", Map.of("pk", Items.text(key(task, flow))));
    arguments.put("ConsistentRead", true);
    Map<String, Object> state =
        store(
            "A container's end has no output: it has written its answer down.",
            "arn:aws:states:::dynamodb:getItem",
            arguments,
            Map.of(),
            flow);
    state.put(
        "Assign",
        Map.of(
            Values.variable(task.name()),
            new Expression.Parsed(new Expression.Result(List.of("Item", "result", "S")))));
    return state;
  }

  /** Closes it, so that a container that comes late does nothing, and tells what it was before. */
  Map<String, Object> closed(SagaStep.Task task, Flow flow) {
    boolean forgets = values.saga().language() == SagaModel.Language.JSONATA;
    Map<String, Object> now = new LinkedHashMap<>();
    now.put(":asked", Items.text("asked"));
    now.put(":closed", Items.text("closed"));
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("#state", "state");
    if (forgets) {
      names.put("#ttl", "ttl");
      now.put(":ttl", ttl());
    }
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("TableName", "${ControlTable}");
    arguments.put("Key", Map.of("pk", Items.text(key(task, flow))));
    arguments.put(
        "ConditionExpression",
        "attribute_not_exists(#state) OR #state = :asked OR #state = :closed");
    arguments.put("UpdateExpression", "SET #state = :closed" + (forgets ? ", #ttl = :ttl" : ""));
    arguments.put("ExpressionAttributeNames", names);
    arguments.put("ExpressionAttributeValues", now);
    arguments.put("ReturnValues", "ALL_NEW");
    Map<String, Object> state =
        store(
            "A container that starts late, after it was undone, ends at once.",
            "arn:aws:states:::dynamodb:updateItem",
            arguments,
            Map.of("row", new Expression.Result(List.of("Attributes"))),
            flow);
    return state;
  }

  /** What was never asked for has nothing to undo. */
  Map<String, Object> wasAsked(SagaStep.Task task, Flow flow, @Nullable String next) {
    Map<String, Object> rule = new LinkedHashMap<>();
    flow.language()
        .when(
            rule,
            List.of(
                new Language.Test(
                    new Expression.Input(List.of("row", "event")),
                    List.of(new Condition.Exists(true)),
                    false)));
    rule.put("Next", Steps.undo(task));
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("Type", "Choice");
    choice.put("Choices", List.of(rule));
    choice.put("Default", flow.target(next));
    return choice;
  }

  static String wasAsked(SagaStep.Task task) {
    return "Was " + task.name() + " asked for";
  }

  /** What was there before is as good. */
  static Map<String, Object> goingOn(String next) {
    Map<String, Object> catcher = new LinkedHashMap<>();
    catcher.put("ErrorEquals", List.of(WRITTEN_BEFORE));
    catcher.put("Next", next);
    return catcher;
  }

  private static Map<String, Object> store(
      String comment,
      String resource,
      Map<String, Object> arguments,
      Map<String, Object> output,
      Flow flow) {
    Map<String, Object> state = TaskStates.task(comment, resource);
    flow.language().arguments(state, arguments);
    flow.language().output(state, output);
    state.put("TimeoutSeconds", STORE_CALL_SECONDS);
    state.put("Retry", Retries.ofOwnStore(WRITTEN_BEFORE));
    return state;
  }

  private Map<String, Object> row(SagaStep.Task task, Flow flow) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("pk", Items.text(key(task, flow)));
    item.put("state", Items.text("asked"));
    item.put("at", Items.text(Expression.context("State", "EnteredTime")));
    item.put("ttl", ttl());
    return item;
  }

  private Map<String, Object> ttl() {
    return Items.number(
        new Expression.SecondsAfterStart(
            SagaDuration.limit(values).plus(TaskStates.REMEMBERED).toSeconds()));
  }

  /** {@code task#payout#print#<execution>}, and within a map the item's index. */
  private Expression key(SagaStep.Task task, Flow flow) {
    List<Object> parts = new ArrayList<>();
    parts.add("task#" + values.saga().name() + "#" + task.name() + "#");
    parts.add(Expression.variable(SagaPath.EXECUTION));
    for (String index : flow.place().index()) {
      parts.add("/");
      parts.add(Expression.variable(index));
    }
    return new Expression.Joined(parts);
  }

  /** No step's own variable has an underscore. */
  private static String given(SagaStep.Task task) {
    return "given_" + Values.variable(task.name());
  }

  /** Whether it answers with a record. */
  static boolean answers(SagaStep.Task task) {
    EventRef returns = task.returns();
    return returns != null;
  }
}
