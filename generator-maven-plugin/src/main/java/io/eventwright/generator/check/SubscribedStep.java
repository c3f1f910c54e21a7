package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;

/**
 * A saga's step or compensation that also consumes events. Error: its function is called in one way
 * only.
 */
final class SubscribedStep implements Rule {

  @Override
  public String id() {
    return "subscribed-step";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      SubscriptionSource own = worker.subscription();
      if (own == null) {
        continue;
      }
      for (SagaSource saga : system.source().sagas()) {
        if (saga.serves(worker.name().value())) {
          found.error(
              own.on().location(),
              id(),
              "Worker "
                  + worker.name().value()
                  + " serves the saga "
                  + saga.name().value()
                  + ", which calls it, and it cannot consume events too. Remove on:, or declare"
                  + " another worker for them.");
        }
      }
    }
  }
}
