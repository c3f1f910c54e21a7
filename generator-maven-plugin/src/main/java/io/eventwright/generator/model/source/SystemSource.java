package io.eventwright.generator.model.source;

import io.eventwright.generator.model.SystemSettings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code system.yaml} says. A part that could not be read is not in its list; its name is in
 * {@code unread}, so that no rule complains of what it cannot see.
 *
 * @param name of the system, kebab case
 * @param basePackage Java package that everything generated lives under
 * @param owner the team; null when not said
 * @param entities in the order of the file, as are the other lists
 * @param api what is reached from outside; null for nothing
 * @param traced whether it makes spans
 * @param settings what holds for all parts
 * @param unread names of parts that were declared but could not be read
 */
public record SystemSource(
    Located<String> name,
    Located<String> basePackage,
    @Nullable Located<String> owner,
    List<EntitySource> entities,
    List<DependencySource> dependencies,
    List<WorkerSource> workers,
    List<SagaSource> sagas,
    List<ProjectionSource> projections,
    List<BucketSource> buckets,
    List<BusSource> buses,
    @Nullable ApiSource api,
    boolean traced,
    SystemSettings settings,
    Set<String> unread) {

  /** Keeps the parts immutable. */
  public SystemSource {
    entities = List.copyOf(entities);
    dependencies = List.copyOf(dependencies);
    workers = List.copyOf(workers);
    sagas = List.copyOf(sagas);
    projections = List.copyOf(projections);
    buckets = List.copyOf(buckets);
    buses = List.copyOf(buses);
    unread = Set.copyOf(unread);
  }
}
