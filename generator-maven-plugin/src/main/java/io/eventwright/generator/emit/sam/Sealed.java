package io.eventwright.generator.emit.sam;

import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.Subject;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may open and who may seal what is sensitive: the kinds of persons whose keys a function asks
 * for. Only who seals may make a key.
 *
 * @param system the model
 */
record Sealed(EventSystem system) {

  /** Whether anything is. */
  boolean exists() {
    return !system.subjects().isEmpty();
  }

  /**
   * A worker opens what it is told of and its entity, and seals its next state and what it emits.
   */
  void worker(WorkerModel worker, Permissions permissions, Variables variables) {
    Kinds kinds = new Kinds();
    Subscription own = worker.subscription();
    if (own != null) {
      told(own, kinds);
    }
    system.sagas().stream()
        .filter(saga -> saga.serves(worker.name()))
        .forEach(saga -> told(saga.on(), kinds));
    decides(worker, kinds);
    kinds.grant(permissions, variables);
  }

  /** A route seals what comes in, as it would come over the bus, and then takes it. */
  void route(ApiModel.Action action, Permissions permissions, Variables variables) {
    Kinds kinds = new Kinds();
    if (action instanceof ApiModel.Publishes publishes) {
      seals(publishes.event(), kinds);
    } else if (action instanceof ApiModel.Calls calls) {
      seals(calls.event(), kinds);
      system.workers().stream()
          .filter(worker -> worker.name().equals(calls.worker()))
          .forEach(worker -> decides(worker, kinds));
    }
    kinds.grant(permissions, variables);
  }

  /** A saga's end opens the event that began it, and seals the one that tells how it ended. */
  void end(SagaModel saga, Permissions permissions, Variables variables) {
    Kinds kinds = new Kinds();
    told(saga.on(), kinds);
    seals(saga.done(), kinds);
    seals(saga.undone(), kinds);
    kinds.grant(permissions, variables);
  }

  /** A projection opens what it is built from, and seals its rows. */
  void projection(ProjectionModel projection, Permissions permissions, Variables variables) {
    Kinds kinds = new Kinds();
    projection.from().forEach(from -> told(from, kinds));
    kinds.toSeal(system.subjects().get(projection.rowSchema()));
    kinds.grant(permissions, variables);
  }

  private void decides(WorkerModel worker, Kinds kinds) {
    WorkerModel.EntityKey changes = worker.changes();
    if (changes != null) {
      kinds.toSeal(system.subjectOfEntity(changes.entity()));
    }
    worker.emits().forEach(event -> seals(event, kinds));
  }

  private void seals(EventRef event, Kinds kinds) {
    kinds.toSeal(system.subjectOf(event));
  }

  private void told(Subscription of, Kinds kinds) {
    of.majors().forEach(major -> kinds.toOpen(system.subjectOf(new EventRef(of.event(), major))));
  }

  /** The kinds of persons that one function meets. */
  private static final class Kinds {
    private final Set<String> toOpen = new TreeSet<>();
    private final Set<String> toSeal = new TreeSet<>();

    void toOpen(@Nullable Subject subject) {
      if (subject != null) {
        toOpen.add(subject.kind());
      }
    }

    void toSeal(@Nullable Subject subject) {
      if (subject != null) {
        toSeal.add(subject.kind());
      }
    }

    void grant(Permissions permissions, Variables variables) {
      toOpen.removeAll(toSeal);
      if (!toOpen.isEmpty()) {
        permissions.open(List.copyOf(toOpen));
      }
      if (!toSeal.isEmpty()) {
        permissions.seal(List.copyOf(toSeal));
      }
      if (!toOpen.isEmpty() || !toSeal.isEmpty()) {
        variables.keys();
      }
    }
  }
}
