package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.Order;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;

/**
 * A strict worker that does not see every event: what it does not see is a gap that nothing fills.
 * Error: everything after it would wait for ever.
 */
final class PartialOrder implements Rule {

  @Override
  public String id() {
    return "partial-order";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      SubscriptionSource fed = worker.subscription();
      if (fed == null || worker.order().value() != Order.STRICT) {
        continue;
      }
      String who = "Worker " + worker.name().value() + " is strict, and ";
      if (!fed.where().isEmpty()) {
        found.error(
            fed.where().get(0).path().location(),
            id(),
            who
                + "where: keeps events from it: each is a gap that nothing fills. Remove where:,"
                + " and decide in the worker.");
      }
      EventSelection on = fed.on().value();
      List<Integer> existing = system.majorsOf(on.event());
      List<Integer> missing =
          existing.stream().filter(major -> !on.among(existing).contains(major)).toList();
      if (!missing.isEmpty() && !on.among(existing).isEmpty()) {
        found.error(
            fed.on().location(),
            id(),
            who
                + on
                + " leaves out major "
                + String.join(", ", missing.stream().map(String::valueOf).toList())
                + ": an event of it is a gap that nothing fills. Write "
                + on.event()
                + "@latest.");
      }
    }
  }
}
