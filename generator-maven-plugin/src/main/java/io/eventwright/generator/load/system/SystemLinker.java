package io.eventwright.generator.load.system;

import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.EntityModel;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.Feed;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.Requirement;
import io.eventwright.generator.model.RowSort;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.Subject;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.Trigger;
import io.eventwright.generator.model.WorkerModel;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.BucketSource;
import io.eventwright.generator.model.source.BusSource;
import io.eventwright.generator.model.source.ConditionSource;
import io.eventwright.generator.model.source.DependencySource;
import io.eventwright.generator.model.source.EntitySource;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.FeedSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.RequirementSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.TriggerSource;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
        source.projections().stream().map(this::projection).toList(),
        source.buckets().stream().map(BucketSource::settings).toList(),
        source.buses().stream().map(BusSource::settings).toList(),
        api(source.api()),
        source.traced(),
        source.settings(),
        subjects());
  }

  private Map<String, Subject> subjects() {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    SystemSource source = input.source();
    Stream.of(
            input.events().stream().map(event -> event.newest().file()),
            source.entities().stream().map(entity -> input.named(entity.state().value())),
            source.projections().stream().map(each -> input.named(each.row().value())))
        .flatMap(files -> files)
        .flatMap(file -> input.schemas().root(file).stream())
        .forEach(
            root ->
                root.find(Keyword.Subject.class)
                    .ifPresent(
                        whose ->
                            subjects.put(
                                root.key().toString(), new Subject(whose.kind(), whose.path()))));
    return subjects;
  }

  private EntityModel entity(EntitySource entity) {
    String file = input.named(entity.state().value());
    return new EntityModel(entity.name().value(), entity.idType().value(), rootSchema(file), file);
  }

  private String rootSchema(String file) {
    return input.schemas().root(file).orElseThrow().key().toString();
  }

  private WorkerModel worker(WorkerSource worker) {
    WorkerSource.Key changes = worker.changes();
    return new WorkerModel(
        worker.name().value(),
        trigger(worker.trigger()),
        event(worker.takes()),
        event(worker.returns()),
        key(worker.changes()),
        worker.emits().stream().map(Located::value).toList(),
        worker.uses().stream().map(Located::value).toList(),
        feed(worker.feed(), changes == null ? List.of() : changes.path().value()),
        worker.order().value(),
        worker.needs().stream().map(Located::value).toList(),
        requirements(worker.requires()),
        requirements(worker.ensures()),
        worker.timeout(),
        worker.className().value(),
        worker.name().location());
  }

  private static @Nullable EventRef event(@Nullable Located<EventRef> event) {
    return event == null ? null : event.value();
  }

  private @Nullable Trigger trigger(@Nullable TriggerSource trigger) {
    if (trigger instanceof TriggerSource.Events events) {
      return new Trigger.Events(subscription(events.subscription()));
    }
    if (trigger instanceof TriggerSource.OtherBus other) {
      return new Trigger.OtherBus(other.bus().value(), subscription(other.subscription()));
    }
    if (trigger instanceof TriggerSource.Schedule schedule) {
      return new Trigger.Schedule(schedule.expression().value(), schedule.zone());
    }
    return trigger instanceof TriggerSource.Bucket bucket
        ? new Trigger.Bucket(bucket.bucket().value(), bucket.prefix(), bucket.suffix())
        : null;
  }

  /** A group that is not named is what the entity or the row is found by. */
  private static Feed feed(FeedSource feed, List<String> otherwise) {
    Located<List<String>> written = feed.by();
    List<String> by = written == null ? otherwise : written.value();
    Located<Channel> draining = feed.draining();
    return new Feed(
        grouped(feed.channel().value(), by),
        draining == null ? null : grouped(draining.value(), by));
  }

  private static Channel grouped(Channel channel, List<String> by) {
    if (channel instanceof Channel.Fifo fifo) {
      return new Channel.Fifo(by, fifo.batching());
    }
    return channel instanceof Channel.Stream stream
        ? new Channel.Stream(
            by, stream.shards(), stream.parallel(), stream.tumbling(), stream.batching())
        : channel;
  }

  private @Nullable ApiModel api(@Nullable ApiSource api) {
    return api == null
        ? null
        : new ApiModel(
            api.kind(),
            api.authorizer(),
            caller(api),
            api.cors() == null ? null : api.cors().value(),
            api.routes().stream()
                .map(
                    route ->
                        new ApiModel.Route(
                            route.method(),
                            route.path().value(),
                            action(route.action()),
                            route.path().location()))
                .toList());
  }

  private static Map<String, String> caller(ApiSource api) {
    Map<String, String> caller = new LinkedHashMap<>();
    api.caller().forEach(each -> caller.put(each.field().value(), each.claim()));
    return caller;
  }

  private ApiModel.Action action(ApiSource.Action action) {
    if (action instanceof ApiSource.Publishes publishes) {
      Located<List<String>> subject = publishes.subject();
      return new ApiModel.Publishes(
          publishes.event().value(), subject == null ? List.of() : subject.value());
    }
    if (action instanceof ApiSource.Calls calls) {
      return new ApiModel.Calls(calls.worker().value(), calls.event().value());
    }
    if (action instanceof ApiSource.Answers answers) {
      SagaStep step =
          input.source().sagas().stream()
              .filter(each -> each.name().value().equals(answers.saga().value()))
              .flatMap(SagaSource::allSteps)
              .filter(each -> each.name().equals(answers.step().value()))
              .findFirst()
              .orElseThrow();
      return new ApiModel.Answers(
          answers.saga().value(),
          answers.step().value(),
          Objects.requireNonNull(SagaModel.callback(step)).answer(),
          step instanceof SagaStep.Approval,
          answers.claim(),
          answers.value());
    }
    if (action instanceof ApiSource.Keeps keeps) {
      return new ApiModel.Keeps(
          keeps.saga().value(), keeps.step().value(), keeps.claim(), keeps.value());
    }
    String name = ((ApiSource.Reads) action).name().value();
    return input.source().entities().stream().anyMatch(each -> each.name().value().equals(name))
        ? new ApiModel.ReadsEntity(name)
        : new ApiModel.ReadsProjection(name);
  }

  private static WorkerModel.@Nullable EntityKey key(WorkerSource.@Nullable Key key) {
    return key == null ? null : new WorkerModel.EntityKey(key.entity().value(), key.path().value());
  }

  private SagaModel saga(SagaSource saga) {
    return new SagaModel(
        saga.name().value(),
        subscription(saga.subscription()),
        saga.steps(),
        saga.done().value(),
        saga.undone().value(),
        saga.language(),
        saga.type().value(),
        saga.className().value(),
        saga.name().location());
  }

  private ProjectionModel projection(ProjectionSource projection) {
    String file = input.named(projection.row().value());
    Located<String> push = projection.push();
    Located<RowSort> sort = projection.sort();
    return new ProjectionModel(
        projection.name().value(),
        projection.from().stream().map(each -> subscription(each, List.of())).toList(),
        projection.key().value(),
        rootSchema(file),
        file,
        feed(projection.feed(), projection.key().value()),
        push == null ? null : push.value(),
        projection.shards().value(),
        sort == null ? null : sort.value(),
        projection.className().value(),
        projection.name().location());
  }

  private Subscription subscription(SubscriptionSource source) {
    return subscription(source.on(), conditions(source.where()));
  }

  private static List<Requirement> requirements(List<RequirementSource> sources) {
    return sources.stream()
        .map(each -> new Requirement(each.code().value(), conditions(each.conditions())))
        .toList();
  }

  private static List<Condition> conditions(List<ConditionSource> sources) {
    return sources.stream()
        .map(
            each ->
                new Condition(
                    each.path().value(), each.tests().stream().map(Located::value).toList()))
        .toList();
  }

  private Subscription subscription(Located<EventSelection> on, List<Condition> where) {
    String event = on.value().event();
    return new Subscription(event, on.value().among(input.majorsOf(event)), where);
  }
}
