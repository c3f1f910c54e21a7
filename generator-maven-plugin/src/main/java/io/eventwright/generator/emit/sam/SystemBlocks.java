package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.AnchorView;
import io.eventwright.generator.emit.sam.view.BusView;
import io.eventwright.generator.emit.sam.view.DeadLettersView.SenderView;
import io.eventwright.generator.emit.sam.view.RelayView;
import io.eventwright.generator.emit.sam.view.SagaView;
import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.emit.sam.view.StepFunctionView;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The relay, and the sagas with their ends.
 *
 * @param system the model
 * @param stack what every resource needs
 */
record SystemBlocks(EventSystem system, StackView stack) {

  private static final int ANCHOR_LOCKED_DAYS = 366;
  private static final long ANCHOR_TIMEOUT_SECONDS = 900;
  private static final long RELAY_TIMEOUT_SECONDS = 60;

  /** The bus; what it cannot encrypt or decrypt is a dead letter of its own. */
  BusView bus() {
    return new BusView(
        stack,
        system.settings().archivedDays(),
        List.of(
            new SenderView(
                "OnlyTheBusSends",
                "events.amazonaws.com",
                "!GetAtt Bus.Arn",
                List.of("BusDeadLetterQueue"))));
  }

  RelayView relay() {
    Permissions permissions = Permissions.of("RelayLogGroup", stack).relay().quarantine();
    Variables variables = new Variables().log().control().bus().quarantine();
    if (new OrderBlocks(system).park()) {
      permissions.parked();
      variables.order();
    }
    return new RelayView(
        stack,
        system.basePackage() + ".function.RelayFunction",
        permissions.list(),
        variables.list(),
        RELAY_TIMEOUT_SECONDS);
  }

  /** What keeps the newest hash of every entity's log out of the reach of who can write the log. */
  AnchorView anchor() {
    return new AnchorView(
        stack,
        system.basePackage() + ".function.AnchorFunction",
        ANCHOR_LOCKED_DAYS,
        Permissions.aside("AnchorLogGroup", stack).anchors().list(),
        new Variables().log().anchors().list(),
        ANCHOR_TIMEOUT_SECONDS);
  }

  SagaView saga(SagaModel saga) {
    return new SagaView(
        stack,
        LogicalIds.of(saga.name()),
        saga.name(),
        saga.steps().stream().map(SagaStep::name).collect(Collectors.joining(", then ")),
        saga.isExpress(),
        onlyNew(EventPattern.of(system.name(), List.of(saga.on()))),
        List.of(
            new SenderView(
                "OnlyTheRuleSends",
                "events.amazonaws.com",
                "!GetAtt " + LogicalIds.of(saga.name()) + "Rule.Arn",
                List.of(LogicalIds.of(saga.name()) + "DeadLetterQueue"))),
        new SagaRole(system, saga, stack).statements(),
        saga.tasks().map(task -> LogicalIds.task(saga, task)).toList(),
        saga.tasks().map(task -> saga.name() + "-" + task.name()).toList(),
        new SagaRole(system, saga, stack).substitutions());
  }

  /** What an archive brings again was done long ago, and a machine would do it anew. */
  private static Map<String, Object> onlyNew(Map<String, Object> pattern) {
    pattern.put("replay-name", List.of(Map.of("exists", false)));
    return pattern;
  }

  /** The function that publishes how a saga ended. */
  StepFunctionView end(SagaModel saga) {
    String id = LogicalIds.of(saga.name()) + "End";
    Permissions permissions =
        Permissions.of(id + "LogGroup", stack)
            .decisions(saga.name())
            .versions("saga-" + saga.name());
    Variables variables = new Variables().log().inbox(system);
    new Sealed(system).end(saga, permissions, variables);
    Claims.add(system, permissions, variables);
    return new StepFunctionView(
        stack,
        id,
        saga.name() + "-end",
        "The end of saga " + saga.name() + ": publishes " + saga.done() + " or " + saga.undone(),
        "Publishes how a saga " + saga.name() + " of " + system.name() + " ended.",
        system.basePackage() + ".function." + id + "Function",
        permissions.list(),
        variables.list(),
        SagaTimes.endFunction(saga).toSeconds());
  }
}
