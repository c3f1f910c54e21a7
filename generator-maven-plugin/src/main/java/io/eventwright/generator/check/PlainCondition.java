package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.BusSource;
import io.eventwright.generator.model.source.ConditionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.TriggerSource;
import io.eventwright.generator.model.source.WorkerSource;

/**
 * A condition on the envelope of events that have none, since their bus is not said to carry
 * CloudEvents. Error: it lets nothing through.
 */
final class PlainCondition implements Rule {

  @Override
  public String id() {
    return "plain-condition";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      if (!(worker.trigger() instanceof TriggerSource.OtherBus other) || enveloped(other, system)) {
        continue;
      }
      for (ConditionSource condition : other.subscription().where()) {
        if (!condition.path().value().get(0).equals("data")) {
          found.error(
              condition.path().location(),
              id(),
              "Events of "
                  + other.bus().value()
                  + " are plain: their detail is the data, and no envelope has "
                  + String.join(".", condition.path().value())
                  + ". Write envelope: true at the bus if they are CloudEvents, as those of another"
                  + " Eventwright system, or a path that begins with data.");
        }
      }
    }
  }

  private static boolean enveloped(TriggerSource.OtherBus other, SystemUnderCheck system) {
    return system.source().buses().stream()
        .filter(each -> each.name().value().equals(other.bus().value()))
        .map(BusSource::settings)
        .anyMatch(bus -> bus.enveloped());
  }
}
