package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Severity;
import io.eventwright.generator.model.ExpressBudget;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;

/** What an express saga does without that a standard one has. Note: it was asked for. */
final class ExpressLoses implements Rule {

  @Override
  public String id() {
    return "express-loses";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      if (saga.isExpress()) {
        ExpressBudget.Worst worst = ExpressTimes.worst(saga, system);
        if (!ExpressTimes.tooLong(worst)) {
          found.add(note(saga, worst));
        }
      }
    }
  }

  private Diagnostic note(SagaSource saga, ExpressBudget.Worst worst) {
    return new Diagnostic(
        saga.type().location(),
        Severity.NOTE,
        id(),
        ("Saga %s is express, and takes %d s at the most. It does without: one execution for one"
                + " event; the history of an execution; compensations that are tried for a quarter of"
                + " an hour; waiting for a person, who would resume, skip or abort. What fails for"
                + " good is a dead letter of the saga after seconds, has an alarm, and keeps what it"
                + " took until it is sent again (operate dead-letters redrive).")
            .formatted(saga.name().value(), worst.total().toSeconds()));
  }
}
