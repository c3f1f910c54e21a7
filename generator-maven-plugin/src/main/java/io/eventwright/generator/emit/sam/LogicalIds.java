package io.eventwright.generator.emit.sam;

import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Logical ids of resources: made from names only, never from an index or a hash, since a resource
 * whose id changes is replaced, and what it held is lost.
 */
public final class LogicalIds {

  private LogicalIds() {}

  /** What the ids of a part begin with: {@code credit-wallet} gives {@code CreditWallet}. */
  public static String of(String name) {
    StringBuilder id = new StringBuilder();
    for (String word : name.split("-")) {
      id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return id.toString();
  }

  /** A bucket. */
  static String bucket(String name) {
    return of(name) + "Bucket";
  }

  /** The function of a worker or projection. */
  public static String function(String name) {
    return of(name) + "Function";
  }

  /** The topic of an event type. */
  public static String topic(String event) {
    return of(event) + "Topic";
  }

  /** What the ids of a container's task begin with. */
  static String task(SagaModel saga, SagaStep.Task task) {
    return of(saga.name()) + of(task.name());
  }

  /** What a container's task is made from. */
  public static String taskDefinition(SagaModel saga, SagaStep.Task task) {
    return task(saga, task) + "TaskDefinition";
  }

  /** The function that publishes how a saga ended. */
  public static String endFunction(String saga) {
    return of(saga) + "EndFunction";
  }

  /** The functions that a saga's state machine calls, each once, in the order of the steps. */
  public static List<String> calledBy(SagaModel saga) {
    List<String> functions = new ArrayList<>();
    saga.allSteps()
        .filter(SagaStep.Call.class::isInstance)
        .map(step -> ((SagaStep.Call) step).worker())
        .forEach(worker -> functions.add(function(worker.value())));
    saga.allSteps()
        .map(SagaStep::undo)
        .filter(Objects::nonNull)
        .forEach(undo -> functions.add(function(undo.value())));
    functions.add(endFunction(saga.name()));
    return functions.stream().distinct().toList();
  }
}
