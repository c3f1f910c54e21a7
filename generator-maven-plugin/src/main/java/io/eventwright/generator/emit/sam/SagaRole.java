package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.ConditionView;
import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.emit.sam.view.StatementView;
import io.eventwright.generator.emit.sam.view.VariableView;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a saga's state machine may do, and what the names in its definition stand for: exactly what
 * its steps call.
 *
 * @param system the model
 * @param saga whose state machine it is
 * @param stack with whose key things are encrypted
 */
record SagaRole(EventSystem system, SagaModel saga, StackView stack) {

  List<StatementView> statements() {
    List<StatementView> all = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    rows.add("saga#" + saga.name() + "#*");
    rows.add("parked#" + saga.name() + "#*");
    of(SagaStep.Approval.class)
        .forEach(step -> rows.add("callback#" + saga.name() + "#" + step.name() + "#*"));
    saga.tasks().forEach(task -> rows.add("task#" + saga.name() + "#" + task.name() + "#*"));
    if (saga.isExpress()) {
      express(all);
    } else {
      all.add(
          new StatementView(
              "ClaimTheEventAndWait",
              List.of("dynamodb:PutItem"),
              "!GetAtt ControlTable.Arn",
              rows));
    }
    List<String> answers =
        saga.tasks()
            .filter(task -> task.returns() != null)
            .map(task -> "task#" + saga.name() + "#" + task.name() + "#*")
            .toList();
    List<String> closed =
        saga.tasks()
            .filter(task -> task.undo() != null)
            .map(task -> "task#" + saga.name() + "#" + task.name() + "#*")
            .toList();
    if (!closed.isEmpty()) {
      all.add(
          new StatementView(
              "CloseTasks", List.of("dynamodb:UpdateItem"), "!GetAtt ControlTable.Arn", closed));
    }
    if (!answers.isEmpty()) {
      all.add(
          new StatementView(
              "ReadWhatTasksAnswered",
              List.of("dynamodb:GetItem"),
              "!GetAtt ControlTable.Arn",
              answers));
    }
    all.add(
        new StatementView(
            "CallTheSteps",
            List.of("lambda:InvokeFunction"),
            list(LogicalIds.calledBy(saga).stream().map(id -> "!GetAtt " + id + ".Arn").toList()),
            List.of()));
    List<String> noted = noted();
    if (!noted.isEmpty()) {
      all.add(
          new StatementView(
              "NoteWhatBegins", List.of("dynamodb:PutItem"), "!GetAtt InboxTable.Arn", noted));
    }
    if (!of(SagaStep.Publish.class).isEmpty()) {
      all.add(statement("Publish", "events:PutEvents", "!GetAtt Bus.Arn"));
    }
    for (String table : tables(saga)) {
      String id = LogicalIds.of(table) + "Table";
      all.add(statement("PutInto" + id, "dynamodb:PutItem", "!GetAtt " + id + ".Arn"));
    }
    for (String queue : queues(saga)) {
      String id = LogicalIds.of(queue) + "Queue";
      all.add(statement("SendTo" + id, "sqs:SendMessage", "!GetAtt " + id + ".Arn"));
    }
    nested(all);
    return withKey(all);
  }

  /** It claims nothing and waits for nobody: what has ended it finds where its end was decided. */
  private void express(List<StatementView> all) {
    all.add(
        new StatementView(
            "LookForItsEnd",
            List.of("dynamodb:GetItem"),
            "!GetAtt InboxTable.Arn",
            List.of(saga.name() + "#*#end")));
    all.add(statement("GiveUp", "sqs:SendMessage", "!GetAtt " + deadLetters() + ".Arn"));
  }

  private String deadLetters() {
    return LogicalIds.of(saga.name()) + "DeadLetterQueue";
  }

  /** Step Functions encrypts the history, and its logs on their way, in the role's name. */
  private List<StatementView> withKey(List<StatementView> statements) {
    List<StatementView> all = new ArrayList<>(KeyUse.with(stack, statements));
    if (stack.encrypted()) {
      all.add(
          onKey(
              "KeepTheHistory",
              List.of("kms:Decrypt", "kms:GenerateDataKey"),
              new ConditionView(
                  "ArnLike",
                  "kms:EncryptionContext:aws:states:stateMachineArn",
                  KeyPolicy.arn("states", "stateMachine:*"))));
      all.add(
          onKey(
              "HandOverLogs",
              List.of("kms:GenerateDataKey"),
              new ConditionView(
                  "StringEquals", "kms:EncryptionContext:SourceArn", KeyPolicy.arn("logs", "*"))));
    }
    return List.copyOf(all);
  }

  private StatementView onKey(String sid, List<String> actions, ConditionView condition) {
    return new StatementView(sid, actions, stack.key(), List.of(), List.of(), List.of(condition));
  }

  /** The inbox rows that say that a service was called, in a branch or for an item. */
  private List<String> noted() {
    return SagaModel.all(saga.undoable())
        .filter(step -> step instanceof SagaStep.Parallel || step instanceof SagaStep.Each)
        .flatMap(block -> block.inner().stream().flatMap(SagaModel::all))
        .filter(step -> step.undo() != null && isService(step))
        .map(step -> saga.name() + "#*#" + step.name() + "*#do")
        .distinct()
        .toList();
  }

  private static boolean isService(SagaStep step) {
    return step instanceof SagaStep.Publish
        || step instanceof SagaStep.Put
        || step instanceof SagaStep.Send;
  }

  /** What Step Functions needs to wait for the end of another execution (developer guide). */
  private void nested(List<StatementView> all) {
    for (String name : sagas(saga)) {
      String id = LogicalIds.of(name) + "StateMachine";
      all.add(statement("Start" + id, "states:StartExecution", "!Ref " + id));
      all.add(
          new StatementView(
              "WaitFor" + id,
              List.of("states:DescribeExecution", "states:StopExecution"),
              "!Sub \"arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${"
                  + id
                  + ".Name}:*\"",
              List.of()));
    }
    if (!sagas(saga).isEmpty()) {
      all.add(
          new StatementView(
              "HearOfTheirEnds",
              List.of("events:DescribeRule", "events:PutRule", "events:PutTargets"),
              "!Sub \"arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule\"",
              List.of()));
    }
  }

  List<VariableView> substitutions() {
    List<VariableView> all = new ArrayList<>();
    if (saga.isExpress()) {
      all.add(new VariableView("InboxTable", "!Ref InboxTable"));
      all.add(new VariableView(deadLetters(), "!Ref " + deadLetters()));
    } else {
      all.add(new VariableView("ControlTable", "!Ref ControlTable"));
      if (!noted().isEmpty()) {
        all.add(new VariableView("InboxTable", "!Ref InboxTable"));
      }
    }
    LogicalIds.calledBy(saga)
        .forEach(id -> all.add(new VariableView(id, "!GetAtt " + id + ".Arn")));
    if (!of(SagaStep.Publish.class).isEmpty()) {
      all.add(new VariableView("Bus", "!Ref Bus"));
    }
    if (saga.tasks().findAny().isPresent()) {
      all.add(new VariableView("TaskCluster", "!GetAtt TaskCluster.Arn"));
      all.add(new VariableView("TaskPublicIp", "!Ref TaskPublicIp"));
      all.add(new VariableView("TaskSecurityGroup", "!Ref TaskSecurityGroup"));
      all.add(new VariableView("TaskSubnets", "!Join [\",\", !Ref TaskSubnets]"));
    }
    // By family: an execution lives across deployments, and takes the newest revision.
    saga.tasks()
        .forEach(
            task ->
                all.add(
                    new VariableView(
                        LogicalIds.taskDefinition(saga, task),
                        "!Sub \"${AWS::StackName}-" + saga.name() + "-" + task.name() + "\"")));
    for (String table : tables(saga)) {
      String id = LogicalIds.of(table) + "Table";
      all.add(new VariableView(id, "!Ref " + id));
    }
    for (String queue : queues(saga)) {
      String id = LogicalIds.of(queue) + "Queue";
      all.add(new VariableView(id, "!Ref " + id));
    }
    for (String name : sagas(saga)) {
      String id = LogicalIds.of(name) + "StateMachine";
      all.add(new VariableView(id, "!Ref " + id));
    }
    return all;
  }

  /** What all sagas together name, each once. */
  static TreeSet<String> all(EventSystem system, Function<SagaModel, TreeSet<String>> named) {
    TreeSet<String> names = new TreeSet<>();
    system.sagas().forEach(saga -> names.addAll(named.apply(saga)));
    return names;
  }

  /** The sagas that a saga runs, each once. */
  private static TreeSet<String> sagas(SagaModel saga) {
    TreeSet<String> names = new TreeSet<>();
    saga.allSteps()
        .filter(SagaStep.Nested.class::isInstance)
        .forEach(step -> names.add(((SagaStep.Nested) step).saga().value()));
    return names;
  }

  /** The tables that a saga puts items into, each once. */
  static TreeSet<String> tables(SagaModel saga) {
    TreeSet<String> names = new TreeSet<>();
    saga.allSteps()
        .filter(SagaStep.Put.class::isInstance)
        .forEach(step -> names.add(((SagaStep.Put) step).table()));
    return names;
  }

  /** The queues that a saga sends to, each once. */
  static TreeSet<String> queues(SagaModel saga) {
    TreeSet<String> names = new TreeSet<>();
    saga.allSteps()
        .filter(SagaStep.Send.class::isInstance)
        .forEach(step -> names.add(((SagaStep.Send) step).queue()));
    return names;
  }

  private <T extends SagaStep> List<T> of(Class<T> kind) {
    return saga.allSteps().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static StatementView statement(String sid, String action, String resource) {
    return new StatementView(sid, List.of(action), resource, List.of());
  }

  /** A list of resources, one a line, as deep as a role's statement stands. */
  private static String list(List<String> resources) {
    StringBuilder lines = new StringBuilder();
    resources.forEach(each -> lines.append("\n                  - ").append(each));
    return lines.toString();
  }
}
