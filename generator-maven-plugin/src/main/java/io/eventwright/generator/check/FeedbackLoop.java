package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.stream.Stream;

/** A part that consumes what it publishes. Warning: unless it stops by itself, it never does. */
final class FeedbackLoop implements Rule {

  @Override
  public String id() {
    return "feedback-loop";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      SubscriptionSource own = worker.subscription();
      if (own != null) {
        worker.emits().stream()
            .filter(each -> each.value().name().equals(own.on().value().event()))
            .forEach(each -> report("Worker " + worker.name().value(), each, found));
      }
    }
    for (SagaSource saga : system.source().sagas()) {
      Stream.of(saga.done(), saga.undone())
          .filter(each -> each.value().name().equals(saga.subscription().on().value().event()))
          .forEach(each -> report("Saga " + saga.name().value(), each, found));
    }
  }

  private void report(String who, Located<EventRef> event, Diagnostics found) {
    found.warning(
        event.location(),
        id(),
        who
            + " publishes "
            + event.value().name()
            + ", which it also consumes: each event can bring forth another. Publish another event,"
            + " or make sure with where: that it ends.");
  }
}
