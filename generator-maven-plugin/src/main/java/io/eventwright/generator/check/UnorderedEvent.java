package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.Order;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.TriggerSource;
import io.eventwright.generator.model.source.WorkerSource;

/**
 * A worker that keeps an order of what has none. Only the versions of one entity count the events
 * of a type: what several produce, or nobody here, has no one sequence. Error: events would be
 * dropped or parked that are in order, or quarantined.
 */
final class UnorderedEvent implements Rule {

  @Override
  public String id() {
    return "unordered-event";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      Order order = worker.order().value();
      if (order == Order.COMMUTATIVE) {
        continue;
      }
      String who = "Worker " + worker.name().value() + " is " + order.word();
      if (!(worker.trigger() instanceof TriggerSource.Events events)) {
        found.error(
            worker.order().location(),
            id(),
            who
                + ", and only events of this system have an order. Leave order: out, or let another"
                + " worker take what comes from outside first and publish events of its own entity.");
        continue;
      }
      String event = events.subscription().on().value().event();
      Producers producers = Producers.of(event, system.source());
      if (!system.majorsOf(event).isEmpty()
          && system.source().unread().isEmpty()
          && !producers.oneEntity()) {
        found.error(
            worker.order().location(),
            id(),
            who
                + ", and "
                + event
                + " is published by "
                + producers.text()
                + ": it has no one sequence. Let exactly one entity publish it, or leave order:"
                + " out.");
      }
    }
  }
}
