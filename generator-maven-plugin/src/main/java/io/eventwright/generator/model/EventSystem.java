package io.eventwright.generator.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole input, understood: every reference between its parts is resolved by name, every list is
 * in the order of the file.
 *
 * @param name the system, kebab case; {@code source} on the wire
 * @param basePackage Java package that everything generated lives under
 * @param owner the team, a tag on every resource; null when not said
 * @param api what is reached from outside; null for nothing
 * @param traced whether it makes spans
 * @param settings what holds for all parts
 * @param subjects of root schemas, by their keys: whose the documents are, where something of them
 *     is sealed
 */
public record EventSystem(
    String name,
    String basePackage,
    @Nullable String owner,
    List<EventContract> events,
    List<EntityModel> entities,
    List<DependencyModel> dependencies,
    List<WorkerModel> workers,
    List<SagaModel> sagas,
    List<ProjectionModel> projections,
    List<BucketModel> buckets,
    List<BusModel> buses,
    @Nullable ApiModel api,
    boolean traced,
    SystemSettings settings,
    Map<String, Subject> subjects) {
  public EventSystem {
    events = List.copyOf(events);
    entities = List.copyOf(entities);
    dependencies = List.copyOf(dependencies);
    workers = List.copyOf(workers);
    sagas = List.copyOf(sagas);
    projections = List.copyOf(projections);
    buckets = List.copyOf(buckets);
    buses = List.copyOf(buses);
    subjects = Map.copyOf(subjects);
  }

  /** Whose the data of an event's major are; null when nothing of them is sealed. */
  public @Nullable Subject subjectOf(EventRef event) {
    return events.stream()
        .filter(contract -> contract.ref().equals(event))
        .map(contract -> contract.newest().schema())
        .filter(subjects::containsKey)
        .findFirst()
        .map(subjects::get)
        .orElse(null);
  }

  /** Whose an entity's state is; null when nothing of it is sealed. */
  public @Nullable Subject subjectOfEntity(String entity) {
    return entities.stream()
        .filter(each -> each.name().equals(entity))
        .map(EntityModel::stateSchema)
        .filter(subjects::containsKey)
        .findFirst()
        .map(subjects::get)
        .orElse(null);
  }
}
