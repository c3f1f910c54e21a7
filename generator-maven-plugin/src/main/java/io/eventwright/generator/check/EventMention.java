package io.eventwright.generator.check;

import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemSource;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.ArrayList;
import java.util.List;

/**
 * One mention of an event.
 *
 * @param who what mentions it, as messages say it: "worker credit-wallet consumes"
 * @param selection the event and its majors
 * @param publishes whether it is published, not consumed
 */
record EventMention(String who, Located<EventSelection> selection, boolean publishes) {

  /** Every mention of an event in a system, in the order of the parts. */
  static List<EventMention> of(SystemSource source) {
    List<EventMention> all = new ArrayList<>();
    for (WorkerSource worker : source.workers()) {
      String who = "Worker " + worker.name().value();
      SubscriptionSource subscription = worker.subscription();
      if (subscription != null) {
        all.add(new EventMention(who + " consumes", subscription.on(), false));
      }
      worker.emits().forEach(each -> all.add(published(who + " emits", each)));
      Located<EventRef> takes = worker.takes();
      if (takes != null) {
        all.add(one(who + " takes", takes, false));
      }
    }
    for (SagaSource saga : source.sagas()) {
      String who = "Saga " + saga.name().value();
      all.add(new EventMention(who + " starts on", saga.subscription().on(), false));
      all.add(published(who + " ends with", saga.done()));
      all.add(published(who + " ends with", saga.undone()));
      saga.allSteps().forEach(step -> inStep(who, step, all));
    }
    for (ProjectionSource projection : source.projections()) {
      String who = "Projection " + projection.name().value() + " is built from";
      projection.from().forEach(each -> all.add(new EventMention(who, each, false)));
    }
    ApiSource api = source.api();
    for (ApiSource.Route route : api == null ? List.<ApiSource.Route>of() : api.routes()) {
      String who = "Route " + route.method() + " " + route.path().value();
      if (route.action() instanceof ApiSource.Publishes publishes) {
        all.add(published(who + " publishes", publishes.event()));
      } else if (route.action() instanceof ApiSource.Calls calls) {
        all.add(one(who + " takes", calls.event(), false));
      }
    }
    return all;
  }

  private static void inStep(String who, SagaStep step, List<EventMention> all) {
    if (step instanceof SagaStep.Publish publish) {
      all.add(published(who + " publishes", new Located<>(publish.event(), step.location())));
    }
    if (step instanceof SagaStep.Task task) {
      all.add(one(who + " gives a task", new Located<>(task.takes(), step.location()), false));
      if (task.returns() != null) {
        all.add(
            one(who + " hears from a task", new Located<>(task.returns(), step.location()), false));
      }
    }
    SagaStep.Callback callback =
        step instanceof SagaStep.Approval approval
            ? approval.callback()
            : step instanceof SagaStep.Call call ? call.callback() : null;
    if (callback != null) {
      all.add(one(who + " waits for", new Located<>(callback.answer(), step.location()), false));
    }
  }

  private static EventMention published(String who, Located<EventRef> event) {
    return one(who, event, true);
  }

  private static EventMention one(String who, Located<EventRef> event, boolean publishes) {
    int major = event.value().major();
    return new EventMention(
        who,
        new Located<>(
            new EventSelection(event.value().name(), new EventSelection.Range(major, major)),
            event.location()),
        publishes);
  }
}
