package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.ExpressBudget;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;

/**
 * An express saga that could take five minutes or more when everything is tried as often and as
 * long as it may be. Error: the service would end it wherever it is, without compensation, and
 * nothing would tell what is left.
 */
final class ExpressTooLong implements Rule {

  @Override
  public String id() {
    return "express-too-long";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      if (saga.isExpress()) {
        check(saga, ExpressTimes.worst(saga, system), found);
      }
    }
  }

  private void check(SagaSource saga, ExpressBudget.Worst worst, Diagnostics found) {
    if (ExpressTimes.tooLong(worst)) {
      found.error(
          saga.type().location(),
          id(),
          ("Saga %s is express and may take %d s: %d s for its steps, with every attempt at its full"
                  + " time-out and then asked for what became of it, %d s for its undos, %d s for its"
                  + " beginning and its end. An express execution is ended after %d s, wherever it"
                  + " is. Give its workers less time (timeout), retry less, or take type: express"
                  + " out.")
              .formatted(
                  saga.name().value(),
                  worst.total().toSeconds(),
                  worst.steps().toSeconds(),
                  worst.undos().toSeconds(),
                  worst.beside().toSeconds(),
                  ExpressBudget.LIMIT.toSeconds()));
    }
  }
}
