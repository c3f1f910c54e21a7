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

  /** What a container has answered stands so in its row. */
  private static final Expression.Result ROW = Expression.result("Item", "result", "S");

  /** Where it stands when it was read after it was found. */
  static final String READ = "read";

  private static final String PUT = "arn:aws:states:::dynamodb:putItem";
  private static final String CONTAINER = "main";
  private static final long STORE_CALL_SECONDS = 30;

  static String prepare(SagaStep.Task task) {
    return "Prepare " + task.name();
  }

  static String ask(SagaStep.Task task) {
    return "Ask for " + task.name();
  }

  static String read(SagaStep.Task task) {
    return "Read " + task.name();
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
    flow.language()
        .make(
            state,
            given(task),
            values.event(task.takes(), task, task.with(), flow.place().index()));
    state.put("Next", ask(task));
    return state;
  }

  /** Writes it down, once. */
  Map<String, Object> asked(SagaStep.Task task, Flow flow) {
    Map<String, Object> item = row(task, flow);
    item.put("event", Items.text(new Expression.Text(Expression.variable(given(task)))));
    Map<String, Object> arguments = Items.put(item);
    arguments.put("ConditionExpression", "attribute_not_exists(pk)");
    return store("What the container is to do, for it to read.", PUT, arguments, flow);
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
    flow.language().withoutOutput(state);
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
            flow);
    String variable = Values.variable(task.name());
    if (flow.language().catchesMissing()) {
      state.put("Assign", Map.of(variable, new Expression.Parsed(ROW)));
    } else {
      flow.language().keep(state, variable, Expression.result());
    }
    return state;
  }

  /** What the row of a container's answer has when there is one. */
  static Expression row(SagaStep.Task task) {
    return new Expression.Variable(Values.variable(task.name()), ROW.path());
  }

  /** Reads the answer, where it could not be read before it was known to be there. */
  static Map<String, Object> read(SagaStep.Task task, Flow flow) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Type", "Pass");
    flow.language()
        .make(state, Values.variable(task.name()), Map.of(READ, new Expression.Parsed(row(task))));
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
            flow);
    flow.language().output(state, closing(task), Map.of("row", Expression.result("Attributes")));
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
                    new Expression.Answer(closing(task), List.of("row", "event")),
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
  static Map<String, Object> goingOn(Flow flow, String next) {
    return flow.goingOn(List.of(WRITTEN_BEFORE), next);
  }

  private static Map<String, Object> store(
      String comment, String resource, Map<String, Object> arguments, Flow flow) {
    Map<String, Object> state = TaskStates.task(comment, resource);
    flow.language().arguments(state, arguments);
    flow.language().withoutOutput(state);
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

  private static String closing(SagaStep.Task task) {
    return "closed_" + Values.variable(task.name());
  }

  /** Whether it answers with a record. */
  static boolean answers(SagaStep.Task task) {
    EventRef returns = task.returns();
    return returns != null;
  }
}
