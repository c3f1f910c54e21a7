package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.emit.sam.view.StatementView;
import io.eventwright.generator.emit.sam.view.TaskView;
import io.eventwright.generator.emit.sam.view.TasksView;
import io.eventwright.generator.emit.sam.view.VariableView;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import java.util.List;

/**
 * The steps of sagas that run in containers.
 *
 * @param system the model
 * @param stack what every resource needs
 */
record TaskBlocks(EventSystem system, StackView stack) {

  private static final int PROCESSOR = 1024;
  private static final int MIB_PER_PROCESSOR = 2048;
  private static final int SMALLEST = 256;
  private static final int LARGEST = 4 * PROCESSOR;

  boolean exist() {
    return system.sagas().stream().anyMatch(saga -> saga.tasks().findAny().isPresent());
  }

  void add(Blocks blocks, String architecture) {
    if (!exist()) {
      return;
    }
    blocks.add("sam/tasks.yaml.vm", new TasksView(stack, execution()));
    for (SagaModel saga : system.sagas()) {
      saga.tasks().forEach(task -> blocks.add("sam/task.yaml.vm", task(saga, task, architecture)));
    }
  }

  private static List<StatementView> execution() {
    return List.of(
        // A token is for the whole registry: the action knows no resources.
        statement("OpenTheRegistry", List.of("ecr:GetAuthorizationToken"), "\"*\""),
        statement(
            "FetchTheImage",
            List.of(
                "ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage",
                "ecr:GetDownloadUrlForLayer"),
            "!Ref TaskRepositoryArn"),
        statement(
            "WriteLogs",
            List.of("logs:CreateLogStream", "logs:PutLogEvents"),
            "!GetAtt TaskLogGroup.Arn"));
  }

  private TaskView task(SagaModel saga, SagaStep.Task task, String architecture) {
    return new TaskView(
        stack,
        LogicalIds.task(saga, task),
        saga.name(),
        task.name(),
        system.basePackage() + ".function." + LogicalIds.task(saga, task) + "Main",
        architecture.equals("arm64") ? "ARM64" : "X86_64",
        cpu(task.memory()),
        task.memory(),
        KeyUse.with(
            stack,
            List.of(
                new StatementView(
                    "ReadWhatToDoAndAnswer",
                    List.of("dynamodb:GetItem", "dynamodb:UpdateItem"),
                    "!GetAtt ControlTable.Arn",
                    List.of("task#" + saga.name() + "#" + task.name() + "#*")))),
        List.of(
            new VariableView("AWS_REGION", "!Ref AWS::Region"),
            new VariableView("EVENTWRIGHT_SYSTEM", system.name()),
            new VariableView("EVENTWRIGHT_CONTROL_TABLE", "!Ref ControlTable"),
            new VariableView(
                "EVENTWRIGHT_TASK_SECONDS", "\"" + task.timeout().toSeconds() + "\"")));
  }

  /** Half a processor for each GiB: Fargate knows such a pair for every size that is taken. */
  private static int cpu(int memory) {
    int fitting = SMALLEST;
    while (fitting < LARGEST && fitting < memory * PROCESSOR / MIB_PER_PROCESSOR) {
      fitting *= 2;
    }
    return fitting;
  }

  private static StatementView statement(String sid, List<String> actions, String resource) {
    return new StatementView(sid, actions, resource, List.of());
  }
}
