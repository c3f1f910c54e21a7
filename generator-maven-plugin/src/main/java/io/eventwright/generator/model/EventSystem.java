package io.eventwright.generator.model;

import java.util.List;
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
    SystemSettings settings) {
  public EventSystem {
    events = List.copyOf(events);
    entities = List.copyOf(entities);
    dependencies = List.copyOf(dependencies);
    workers = List.copyOf(workers);
    sagas = List.copyOf(sagas);
    projections = List.copyOf(projections);
    buckets = List.copyOf(buckets);
    buses = List.copyOf(buses);
  }
}
