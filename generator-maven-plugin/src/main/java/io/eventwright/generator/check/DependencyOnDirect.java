package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;

/**
 * A worker that calls outside and is called directly. Error: its three attempts are over within
 * minutes, and an outage lasts longer.
 */
final class DependencyOnDirect implements Rule {

  @Override
  public String id() {
    return "dependency-on-direct";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      if (worker.feed().channel().value() instanceof Channel.Direct && !worker.uses().isEmpty()) {
        found.error(
            worker.feed().channel().location(),
            id(),
            "Worker "
                + worker.name().value()
                + " uses "
                + worker.uses().get(0).value()
                + ", and via: direct gives an event three attempts within minutes: what arrives"
                + " during a longer outage would be given up. Write via: queue.");
      }
    }
  }
}
