package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.DeadLettersView;
import io.eventwright.generator.emit.sam.view.FedFunctionView;
import io.eventwright.generator.emit.sam.view.SettingView;
import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.emit.sam.view.StepFunctionView;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.Order;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.Trigger;
import io.eventwright.generator.model.WorkerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The functions of workers and projections, with all that feeds them.
 *
 * @param system the model
 * @param stack what every resource needs
 */
record WorkerBlocks(EventSystem system, StackView stack) {

  private static final long PROJECTION_TIMEOUT_SECONDS = 30;

  /** A worker that is fed. */
  void fed(WorkerModel worker, Blocks blocks) {
    Trigger trigger = Objects.requireNonNull(worker.trigger());
    Permissions permissions = commits(worker, List.of(worker.name()));
    if (trigger instanceof Trigger.Bucket bucket) {
      permissions.readObjects(LogicalIds.bucket(bucket.bucket()), bucket.prefix());
    }
    Variables variables = variables(worker);
    Secrets.add(system, worker, permissions, variables);
    new Sealed(system).worker(worker, permissions, variables);
    add(
        consumer(worker, trigger),
        "Worker " + worker.name() + " of " + system.name() + ".",
        permissions,
        variables,
        blocks);
  }

  private Consumer consumer(WorkerModel worker, Trigger trigger) {
    Subscription subscription = trigger.subscription();
    TriggerPattern told = TriggerPattern.of(system, trigger);
    return new Consumer(
        stack,
        LogicalIds.of(worker.name()),
        worker.name(),
        "Worker " + worker.name() + ": " + told.words() + changes(worker),
        subscription == null ? List.of() : List.of(subscription),
        told.bus(),
        told.pattern(),
        told.data(),
        worker.needs(),
        worker.feed(),
        worker.timeout().toSeconds(),
        !worker.uses().isEmpty(),
        trigger instanceof Trigger.Schedule schedule ? schedule : null);
  }

  /** What feeds a worker, as the manager of breakers pauses it. */
  Stream<ManagedSource> managed(WorkerModel worker) {
    String function = LogicalIds.of(worker.name()) + "Function";
    Consumer consumer = consumer(worker, Objects.requireNonNull(worker.trigger()));
    return ChannelFittings.of(consumer).sources().stream()
        .map(source -> new ManagedSource(worker.name(), function + source.name(), queue(source)));
  }

  private static @Nullable String queue(FedFunctionView.SourceView source) {
    return source.settings().stream()
        .filter(setting -> setting.name().equals("Queue"))
        .map(SettingView::value)
        .findFirst()
        .orElse(null);
  }

  /** A projection, which is fed too. */
  void projection(ProjectionModel projection, Blocks blocks) {
    String id = LogicalIds.of(projection.name());
    Consumer consumer =
        new Consumer(
            stack,
            id,
            projection.name(),
            "Projection "
                + projection.name()
                + ": from "
                + String.join(", ", projection.from().stream().map(Words::of).toList()),
            projection.from(),
            "!Ref Bus",
            EventPattern.of(system.name(), projection.from()),
            TriggerPattern.ENVELOPED,
            List.of(),
            projection.feed(),
            PROJECTION_TIMEOUT_SECONDS,
            false,
            null);
    Permissions permissions = Permissions.of(id + "LogGroup", stack).views(projection.name());
    Variables variables = new Variables().views().control();
    new Sealed(system).projection(projection, permissions, variables);
    add(
        consumer,
        "Projection " + projection.name() + " of " + system.name() + ".",
        permissions,
        variables,
        blocks);
  }

  /** What feeds it first, then its dead letters, then the function itself. */
  private void add(
      Consumer consumer,
      String description,
      Permissions permissions,
      Variables variables,
      Blocks blocks) {
    Fitting fitting = ChannelFittings.of(consumer);
    fitting.parts().forEach(part -> blocks.add(part.template(), part.view()));
    List<String> queueIds = new ArrayList<>(fitting.queueIds());
    queueIds.add(consumer.deadLettersId());
    blocks.add(
        "sam/dead-letters.yaml.vm",
        new DeadLettersView(
            stack, consumer.id(), "Events for " + consumer.name(), queueIds, fitting.senders()));
    fitting.statements().forEach(permissions::add);
    if (consumer.mayBeGivenClaims()) {
      Claims.add(system, permissions, variables);
    }
    permissions.quarantine();
    variables.quarantine();
    fitting.variables().forEach(variables::add);
    blocks.add(
        "sam/fed-function.yaml.vm",
        new FedFunctionView(
            stack,
            consumer.id(),
            consumer.name(),
            description,
            handler(consumer.id() + "Function"),
            permissions.list(),
            variables.list(),
            consumer.timeoutSeconds(),
            fitting.asynchronous(),
            fitting.sources()));
  }

  /**
   * Whether a saga has it as a step or an undo; else only routes call it, with functions of theirs.
   */
  boolean servesSagas(WorkerModel worker) {
    return !sagas(worker).isEmpty();
  }

  private List<String> sagas(WorkerModel worker) {
    return system.sagas().stream()
        .filter(saga -> saga.serves(worker.name()))
        .map(SagaModel::name)
        .toList();
  }

  /** A worker that sagas call. */
  StepFunctionView called(WorkerModel worker) {
    List<String> sagas = sagas(worker);
    String id = LogicalIds.of(worker.name());
    Permissions permissions = commits(worker, sagas);
    Variables variables = variables(worker);
    Secrets.add(system, worker, permissions, variables);
    new Sealed(system).worker(worker, permissions, variables);
    if (!worker.uses().isEmpty()) {
      permissions.closeLeases(sagas);
    }
    List<String> callbacks = callbacks(worker);
    if (!callbacks.isEmpty()) {
      permissions.callbacks(callbacks);
      if (worker.uses().isEmpty()) {
        variables.control();
      }
    }
    Claims.add(system, permissions, variables);
    return new StepFunctionView(
        stack,
        id,
        worker.name(),
        "Worker " + worker.name() + ": serves " + String.join(", ", sagas) + changes(worker),
        "Worker " + worker.name() + " of " + system.name() + ".",
        handler(id + "Function"),
        permissions.list(),
        variables.list(),
        worker.timeout().toSeconds());
  }

  /** The keys of the rows by which answers to its steps find back. */
  private List<String> callbacks(WorkerModel worker) {
    return system.sagas().stream()
        .flatMap(
            saga ->
                saga.allSteps()
                    .filter(
                        step ->
                            step instanceof SagaStep.Call call
                                && call.callback() != null
                                && call.worker().value().equals(worker.name()))
                    .map(step -> "callback#" + saga.name() + "#" + step.name() + "#*"))
        .toList();
  }

  /** What a decision needs: the entity's versions, the inbox, and what its dependencies share. */
  private Permissions commits(WorkerModel worker, List<String> inboxOwners) {
    Permissions permissions =
        Permissions.of(LogicalIds.of(worker.name()) + "LogGroup", stack).inbox(inboxOwners);
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

  private Variables variables(WorkerModel worker) {
    Variables variables = new Variables().log().inbox(system);
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
