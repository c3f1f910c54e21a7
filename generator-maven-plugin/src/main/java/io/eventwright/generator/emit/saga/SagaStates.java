package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.view.StateMachineView.CatcherView;
import io.eventwright.generator.emit.saga.view.StateMachineView.EndView;
import io.eventwright.generator.emit.saga.view.StateMachineView.RetryView;
import io.eventwright.generator.emit.saga.view.StateMachineView.StepView;
import io.eventwright.generator.emit.sam.LogicalIds;
import io.eventwright.generator.emit.sam.SagaTimes;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaRetry;
import io.eventwright.generator.model.SagaStep;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The states of one saga.
 *
 * <p>A step that was refused has had no effect, so compensation begins with the step before it. A
 * step that failed otherwise, or took too long, may have had its effect, so compensation begins
 * with that step itself.
 *
 * @param system the model
 * @param saga the saga
 */
record SagaStates(EventSystem system, SagaModel saga) {

  /** The runtime throws these for good reasons that a retry does not change. */
  static final List<String> NEVER_RETRIED =
      List.of("io.eventwright.runtime.saga.Refused", "io.eventwright.runtime.saga.StepRejected");

  /** Step Functions' developer guide, "Handle transient Lambda service exceptions". */
  static final List<String> SERVICE_ERRORS =
      List.of(
          "Lambda.ClientExecutionTimeoutException",
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.TooManyRequestsException");

  // The service's timer must not end before the function's: a function that still runs could take
  // effect after it was compensated.
  static final Duration LONGER_THAN_FUNCTION = Duration.ofSeconds(10);

  // What was taken must be given back: about a quarter of an hour of attempts, before a person
  // looks.
  private static final RetryView PERSISTENT = new RetryView(2, 10, "2", 300);

  private static final List<String> ANY = List.of("States.ALL");
  private static final String COMPENSATION_FAILED = "CompensationFailed";

  String first() {
    return saga.steps().get(0).name();
  }

  boolean hasUndo() {
    return saga.steps().stream().anyMatch(step -> step.undo() != null);
  }

  List<StepView> steps() {
    List<StepView> states = new ArrayList<>();
    for (int i = 0; i < saga.steps().size(); i++) {
      states.add(step(i));
    }
    for (int i = saga.steps().size() - 1; i >= 0; i--) {
      StepView undo = undo(i);
      if (undo != null) {
        states.add(undo);
      }
    }
    return states;
  }

  List<EndView> ends() {
    return List.of(
        end(saga.done().name(), "Every step took effect.", "done", "Done"),
        end(saga.undone().name(), "What took effect was compensated.", "undone", "Undone"));
  }

  private StepView step(int index) {
    SagaStep.Call step = (SagaStep.Call) saga.steps().get(index);
    return new StepView(
        step.name(),
        "Step " + (index + 1) + " of " + saga.steps().size() + ".",
        LogicalIds.function(step.worker().value()),
        step.name(),
        "do",
        timeoutSeconds(step.worker().value()),
        retry(step.retry().get(step.retry().size() - 1)),
        List.of(
            new CatcherView(NEVER_RETRIED, true, compensationFrom(index - 1)),
            new CatcherView(ANY, true, compensationFrom(index))),
        index + 1 < saga.steps().size()
            ? saga.steps().get(index + 1).name()
            : publishes(saga.done().name()));
  }

  private @Nullable StepView undo(int index) {
    SagaStep.Call step = (SagaStep.Call) saga.steps().get(index);
    SagaStep.Named undo = step.undo();
    if (undo == null) {
      return null;
    }
    String worker = undo.value();
    return new StepView(
        undoes(step),
        "Compensates " + step.name() + ", which may have taken effect; retried for long.",
        LogicalIds.function(worker),
        step.name(),
        "undo",
        timeoutSeconds(worker),
        PERSISTENT,
        List.of(new CatcherView(ANY, false, COMPENSATION_FAILED)),
        compensationFrom(index - 1));
  }

  private EndView end(String event, String comment, String outcome, String last) {
    return new EndView(
        publishes(event),
        comment,
        LogicalIds.endFunction(saga.name()),
        outcome,
        SagaTimes.END_FUNCTION_SECONDS + LONGER_THAN_FUNCTION.toSeconds(),
        PERSISTENT,
        last);
  }

  /** The compensation of the last step up to {@code index} that has one, else the end. */
  private String compensationFrom(int index) {
    for (int i = index; i >= 0; i--) {
      if (saga.steps().get(i).undo() != null) {
        return undoes(saga.steps().get(i));
      }
    }
    return publishes(saga.undone().name());
  }

  private static String undoes(SagaStep step) {
    return "Undo " + step.name();
  }

  private static String publishes(String event) {
    return "Publish " + event;
  }

  private long timeoutSeconds(String worker) {
    return system.workers().stream()
        .filter(each -> each.name().equals(worker))
        .findFirst()
        .orElseThrow()
        .timeout()
        .plus(LONGER_THAN_FUNCTION)
        .toSeconds();
  }

  private static RetryView retry(SagaRetry retry) {
    return new RetryView(
        retry.interval().toSeconds(),
        retry.times(),
        BigDecimal.valueOf(retry.backoff()).stripTrailingZeros().toPlainString(),
        retry.cap().toSeconds());
  }
}
