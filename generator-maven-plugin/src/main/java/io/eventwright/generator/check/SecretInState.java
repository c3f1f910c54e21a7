package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sensitive field in what a saga keeps: the event that starts it, what steps take and return.
 * Error: an execution's history is kept for 90 days, for all who may read it.
 */
final class SecretInState implements Rule {

  @Override
  public String id() {
    return "secret-in-state";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      for (EventRef kept : kept(saga, system)) {
        String field =
            system
                .event(kept.name(), kept.major())
                .map(EventContract::newest)
                .flatMap(minor -> system.schemas().root(minor.file()))
                .map(root -> secret(root, system, new HashSet<>()))
                .orElse(null);
        if (field != null) {
          found.error(
              saga.name().location(),
              id(),
              "Saga "
                  + saga.name().value()
                  + " keeps "
                  + kept
                  + ", whose "
                  + field
                  + " is sensitive, and its history is there to read for 90 days. Leave the field"
                  + " out, and let workers find it where it is kept.");
        }
      }
    }
  }

  /** The event and the records that go through a saga's state. */
  static Set<EventRef> kept(SagaSource saga, SystemUnderCheck system) {
    Set<EventRef> kept = new LinkedHashSet<>();
    String on = saga.subscription().on().value().event();
    saga.subscription()
        .on()
        .value()
        .among(system.majorsOf(on))
        .forEach(major -> kept.add(new EventRef(on, major)));
    SagaModel.all(saga.steps()).forEach(step -> kept.addAll(inStep(step, system)));
    return kept;
  }

  private static Set<EventRef> inStep(SagaStep step, SystemUnderCheck system) {
    Set<EventRef> kept = new LinkedHashSet<>();
    SagaStep.Callback callback = SagaModel.callback(step);
    if (callback != null) {
      kept.add(callback.answer());
    }
    if (step instanceof SagaStep.Call call) {
      SagaWalk.worker(call.worker().value(), system)
          .ifPresent(
              worker -> {
                add(worker.takes(), kept);
                add(callback == null ? worker.returns() : null, kept);
              });
    }
    if (step instanceof SagaStep.Task task) {
      kept.add(task.takes());
      if (task.returns() != null) {
        kept.add(task.returns());
      }
    }
    return kept;
  }

  private static void add(@Nullable Located<EventRef> record, Set<EventRef> kept) {
    if (record != null) {
      kept.add(record.value());
    }
  }

  /** The path of the first sensitive field; null for none. */
  private static @Nullable String secret(
      SchemaNode node, SystemUnderCheck system, Set<SchemaKey> seen) {
    if (!seen.add(node.key())) {
      return null;
    }
    SchemaPaths paths = new SchemaPaths(system.schemas());
    List<SchemaNode> facets = paths.facets(node);
    for (SchemaNode facet : facets) {
      if (facet.find(Keyword.Sensitive.class).isPresent()) {
        return "data";
      }
    }
    for (Map.Entry<String, List<SchemaNode>> property : paths.properties(facets).entrySet()) {
      for (SchemaNode each : property.getValue()) {
        String within = secret(each, system, seen);
        if (within != null) {
          return within.equals("data") ? property.getKey() : property.getKey() + "." + within;
        }
      }
    }
    for (SchemaNode item : SagaKnowledge.items(facets, system)) {
      String within = secret(item, system, seen);
      if (within != null) {
        return within;
      }
    }
    return null;
  }
}
