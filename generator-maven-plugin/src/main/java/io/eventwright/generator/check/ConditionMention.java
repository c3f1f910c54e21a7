package io.eventwright.generator.check;

import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.ConditionSource;
import io.eventwright.generator.model.source.EntitySource;
import io.eventwright.generator.model.source.RequirementSource;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One condition of {@code requires} or {@code ensures}.
 *
 * @param worker that declares it
 * @param condition the path and its tests
 * @param after whether it is about the next version
 */
record ConditionMention(WorkerSource worker, ConditionSource condition, boolean after) {

  /** All of them, in the order of the file. */
  static List<ConditionMention> of(SystemUnderCheck system) {
    List<ConditionMention> all = new ArrayList<>();
    for (WorkerSource worker : system.source().workers()) {
      conditions(worker.requires())
          .forEach(each -> all.add(new ConditionMention(worker, each, false)));
      conditions(worker.ensures())
          .forEach(each -> all.add(new ConditionMention(worker, each, true)));
    }
    return all;
  }

  private static Stream<ConditionSource> conditions(List<RequirementSource> requirements) {
    return requirements.stream().map(RequirementSource::conditions).flatMap(List::stream);
  }

  List<String> path() {
    return condition.path().value();
  }

  String root() {
    return path().get(0);
  }

  /** As messages say it. */
  String text() {
    return String.join(".", path());
  }

  /** Whether it is about the entity's state, now or next. */
  boolean isOfState() {
    return root().equals("state") || root().equals("next");
  }

  /** The file of the schema that the path leads into; null when it is not known. */
  @Nullable String file(SystemUnderCheck system) {
    if (isOfState()) {
      WorkerSource.Key changes = worker.changes();
      Optional<EntitySource> entity =
          system.source().entities().stream()
              .filter(
                  each -> changes != null && each.name().value().equals(changes.entity().value()))
              .findFirst();
      return entity.map(each -> system.named(each.state().value())).orElse(null);
    }
    SubscriptionSource fed = PathMention.fedBy(worker, system);
    return fed == null
        ? null
        : PathMention.delivered(fed.on().value(), system).stream()
            .findFirst()
            .map(EventContract::newest)
            .map(minor -> minor.file())
            .orElse(null);
  }

  /** The path within that schema; empty when it leads to all of it. */
  List<String> within() {
    return isOfState()
        ? path().subList(1, path().size())
        : path().subList(Math.min(2, path().size()), path().size());
  }

  /** What the schema says of it; null when the schema is not known. */
  @Nullable PathLookup lookup(SystemUnderCheck system) {
    String file = file(system);
    return file == null
        ? null
        : system
            .schemas()
            .root(file)
            .map(root -> PathLookup.of(new SchemaPaths(system.schemas()), root, within()))
            .orElse(null);
  }
}
