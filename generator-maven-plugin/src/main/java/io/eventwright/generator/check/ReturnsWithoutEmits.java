package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;

/** A worker that returns an event that it does not emit. Error: there is nothing to return. */
final class ReturnsWithoutEmits implements Rule {

  @Override
  public String id() {
    return "returns-without-emits";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      Located<EventRef> returns = worker.returns();
      if (returns != null
          && worker.emits().stream().noneMatch(each -> each.value().equals(returns.value()))) {
        found.error(
            returns.location(),
            id(),
            "Worker "
                + worker.name().value()
                + " returns "
                + returns.value()
                + ", and does not emit it. What a saga keeps is the data of an event that the"
                + " worker emits: add it to emits.");
      }
    }
  }
}
