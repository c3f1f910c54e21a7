package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.QueueFunctionView;
import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.emit.sam.view.StepFunctionView;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.Order;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;
import java.util.Objects;

/**
 * The functions of workers and projections, with all that feeds them.
 *
 * @param system the model
 * @param stack what every resource needs
 */
record WorkerBlocks(EventSystem system, StackView stack) {

  private static final int BATCH_SIZE = 10;
  private static final int BATCHING_WINDOW_SECONDS = 0;
  private static final int MAXIMUM_CONCURRENCY = 50;
  private static final int MAX_RECEIVES = 5;
  // Handing a message back while a breaker is open costs a receive; real attempts the runtime
  // counts.
  private static final int MAX_RECEIVES_WITH_DEPENDENCIES = 1000;
  private static final int VISIBILITY_FACTOR = 6;
  private static final long PROJECTION_TIMEOUT_SECONDS = 30;

  /** A worker behind its own queue. */
  QueueFunctionView subscribed(WorkerModel worker) {
    Subscription subscription = Objects.requireNonNull(worker.subscription());
    String id = LogicalIds.of(worker.name());
    boolean callsOutside = !worker.uses().isEmpty();
    Permissions permissions = commits(worker, List.of(worker.name()));
    Variables variables = variables(worker).quarantine();
    permissions.takeMessages(id + "Queue").quarantine();
    if (callsOutside) {
      variables.queue(id + "Queue").deadLetters(id + "DeadLetterQueue");
      permissions.deadLetter(id + "DeadLetterQueue");
    }
    long timeout = worker.timeout().toSeconds();
    return new QueueFunctionView(
        stack,
        id,
        worker.name(),
        "Worker " + worker.name() + ": on " + Words.of(subscription) + changes(worker),
        "Worker " + worker.name() + " of " + system.name() + ".",
        handler(id + "Function"),
        EventPattern.of(system.name(), List.of(subscription)),
        permissions.list(),
        variables.list(),
        timeout,
        VISIBILITY_FACTOR * timeout + BATCHING_WINDOW_SECONDS,
        callsOutside ? MAX_RECEIVES_WITH_DEPENDENCIES : MAX_RECEIVES,
        BATCH_SIZE,
        BATCHING_WINDOW_SECONDS,
        MAXIMUM_CONCURRENCY);
  }

  /**
   * Whether a saga has it as a step or an undo; else only routes call it, with functions of theirs.
   */
  boolean servesSagas(WorkerModel worker) {
    return !sagas(worker).isEmpty();
  }

  private List<String> sagas(WorkerModel worker) {
    return system.sagas().stream()
        .filter(
            saga ->
                saga.steps().stream()
                    .anyMatch(
                        step ->
                            step.worker().equals(worker.name())
                                || worker.name().equals(step.undo())))
        .map(SagaModel::name)
        .toList();
  }

  /** A worker that sagas call. */
  StepFunctionView called(WorkerModel worker) {
    List<String> sagas = sagas(worker);
    String id = LogicalIds.of(worker.name());
    return new StepFunctionView(
        stack,
        id,
        worker.name(),
        "Worker " + worker.name() + ": serves " + String.join(", ", sagas) + changes(worker),
        "Worker " + worker.name() + " of " + system.name() + ".",
        handler(id + "Function"),
        commits(worker, sagas).list(),
        variables(worker).list(),
        worker.timeout().toSeconds());
  }

  /** A projection behind its own queue. */
  QueueFunctionView projection(ProjectionModel projection) {
    String id = LogicalIds.of(projection.name());
    Permissions permissions =
        Permissions.of(id + "LogGroup")
            .takeMessages(id + "Queue")
            .quarantine()
            .views(projection.name());
    return new QueueFunctionView(
        stack,
        id,
        projection.name(),
        "Projection "
            + projection.name()
            + ": from "
            + String.join(", ", projection.from().stream().map(Words::of).toList()),
        "Projection " + projection.name() + " of " + system.name() + ".",
        handler(id + "Function"),
        EventPattern.of(system.name(), projection.from()),
        permissions.list(),
        new Variables().views().quarantine().list(),
        PROJECTION_TIMEOUT_SECONDS,
        VISIBILITY_FACTOR * PROJECTION_TIMEOUT_SECONDS + BATCHING_WINDOW_SECONDS,
        MAX_RECEIVES,
        BATCH_SIZE,
        BATCHING_WINDOW_SECONDS,
        MAXIMUM_CONCURRENCY);
  }

  /** What a decision needs: the entity's versions, the inbox, and what its dependencies share. */
  private Permissions commits(WorkerModel worker, List<String> inboxOwners) {
    Permissions permissions =
        Permissions.of(LogicalIds.of(worker.name()) + "LogGroup").inbox(inboxOwners);
    WorkerModel.EntityKey changes = worker.changes();
    if (changes != null) {
      permissions.versions(changes.entity());
    } else if (!worker.emits().isEmpty()) {
      // Without an entity the handling of the event is what its events come from.
      permissions.versions("worker-" + worker.name());
    }
    if (worker.order() != Order.COMMUTATIVE) {
      permissions.order(worker.name());
    }
    if (!worker.uses().isEmpty()) {
      permissions.dependencies(inboxOwners, worker.uses());
    }
    return permissions;
  }

  private static Variables variables(WorkerModel worker) {
    Variables variables = new Variables().log().inbox();
    if (worker.order() != Order.COMMUTATIVE) {
      variables.order();
    }
    return worker.uses().isEmpty() ? variables : variables.control();
  }

  private static String changes(WorkerModel worker) {
    WorkerModel.EntityKey changes = worker.changes();
    return changes == null ? "" : ", changes " + changes.entity();
  }

  private String handler(String simpleName) {
    return system.basePackage() + ".function." + simpleName;
  }
}
