package io.eventwright.generator.load.system;

import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.EntityModel;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.WorkerModel;
import io.eventwright.generator.model.source.DependencySource;
import io.eventwright.generator.model.source.EntitySource;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves every reference of a system in which the checks have found no error. */
public final class SystemLinker {

  private final SystemUnderCheck input;

  private SystemLinker(SystemUnderCheck input) {
    this.input = input;
  }

  /** The model. */
  public static EventSystem link(SystemUnderCheck input) {
    return new SystemLinker(input).link();
  }

  private EventSystem link() {
    SystemSource source = input.source();
    Located<String> owner = source.owner();
    return new EventSystem(
        source.name().value(),
        source.basePackage().value(),
        owner == null ? null : owner.value(),
        input.events(),
        source.entities().stream().map(this::entity).toList(),
        source.dependencies().stream().map(DependencySource::settings).toList(),
        source.workers().stream().map(this::worker).toList(),
        source.sagas().stream().map(this::saga).toList(),
        source.projections().stream().map(this::projection).toList());
  }

  private EntityModel entity(EntitySource entity) {
    String file = input.named(entity.state().value());
    return new EntityModel(entity.name().value(), entity.idType().value(), rootSchema(file), file);
  }

  private String rootSchema(String file) {
    return input.schemas().root(file).orElseThrow().key().toString();
  }

  private WorkerModel worker(WorkerSource worker) {
    return new WorkerModel(
        worker.name().value(),
        worker.subscription() == null ? null : subscription(worker.subscription()),
        key(worker.changes()),
        worker.emits().stream().map(Located::value).toList(),
        worker.uses().stream().map(Located::value).toList(),
        worker.channel(),
        worker.timeout(),
        worker.className().value(),
        worker.name().location());
  }

  private static WorkerModel.@Nullable EntityKey key(WorkerSource.@Nullable Key key) {
    return key == null ? null : new WorkerModel.EntityKey(key.entity().value(), key.path().value());
  }

  private SagaModel saga(SagaSource saga) {
    return new SagaModel(
        saga.name().value(),
        subscription(saga.subscription()),
        saga.steps().stream().map(SystemLinker::step).toList(),
        saga.done().value(),
        saga.undone().value(),
        saga.className().value(),
        saga.name().location());
  }

  private static SagaModel.Step step(SagaSource.Step step) {
    Located<String> undo = step.undo();
    return new SagaModel.Step(
        step.worker().value(),
        undo == null ? null : undo.value(),
        step.retry(),
        step.worker().location());
  }

  private ProjectionModel projection(ProjectionSource projection) {
    String file = input.named(projection.row().value());
    return new ProjectionModel(
        projection.name().value(),
        projection.from().stream().map(each -> subscription(each, List.of())).toList(),
        projection.key().value(),
        rootSchema(file),
        file,
        projection.className().value(),
        projection.name().location());
  }

  private Subscription subscription(SubscriptionSource source) {
    List<Condition> where =
        source.where().stream()
            .map(
                each ->
                    new Condition(
                        each.path().value(), each.tests().stream().map(Located::value).toList()))
            .toList();
    return subscription(source.on(), where);
  }

  private Subscription subscription(Located<EventSelection> on, List<Condition> where) {
    String event = on.value().event();
    return new Subscription(event, on.value().among(input.majorsOf(event)), where);
  }
}
