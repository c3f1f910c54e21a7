package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.TriggerSource;
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
      TriggerSource own = worker.trigger();
      if (own == null) {
        continue;
      }
      for (SagaSource saga : system.source().sagas()) {
        if (saga.serves(worker.name().value())) {
          found.error(
              own.location(),
              id(),
              "Worker "
                  + worker.name().value()
                  + " serves the saga "
                  + saga.name().value()
                  + ", which calls it, and it cannot wait for something too. Remove on:, or declare"
                  + " another worker for them.");
        }
      }
    }
  }
}
