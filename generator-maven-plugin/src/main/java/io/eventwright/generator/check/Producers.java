package io.eventwright.generator.check;

import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemSource;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who gives the events of one type their sequence, in any of its majors.
 *
 * @param entities whose versions publish it
 * @param others that publish it without an entity, as messages say it
 */
record Producers(Set<String> entities, Set<String> others) {

  static Producers of(String event, SystemSource source) {
    Set<String> entities = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    for (WorkerSource worker : source.workers()) {
      if (worker.emits().stream().anyMatch(each -> each.value().name().equals(event))) {
        WorkerSource.Key changes = worker.changes();
        if (changes == null) {
          others.add("worker " + worker.name().value());
        } else {
          entities.add(changes.entity().value());
        }
      }
    }
    for (SagaSource saga : source.sagas()) {
      if (Stream.of(saga.done(), saga.undone())
          .anyMatch(each -> each.value().name().equals(event))) {
        others.add("saga " + saga.name().value());
      }
      saga.allSteps()
          .filter(
              step ->
                  step instanceof SagaStep.Publish publish && publish.event().name().equals(event))
          .forEach(step -> others.add("saga " + saga.name().value()));
    }
    ApiSource api = source.api();
    if (api != null) {
      for (ApiSource.Route route : api.routes()) {
        if (route.action() instanceof ApiSource.Publishes publishes
            && publishes.event().value().name().equals(event)) {
          others.add("route " + route.method() + " " + route.path().value());
        }
      }
    }
    return new Producers(entities, others);
  }

  /** Whether all of its events come from one kind of entity. */
  boolean oneEntity() {
    return entities.size() == 1 && others.isEmpty();
  }

  /** As messages say it. */
  String text() {
    Set<String> all = new TreeSet<>(others);
    entities.forEach(entity -> all.add("entity " + entity));
    return all.isEmpty() ? "nobody here" : String.join(" and ", all);
  }
}
