package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.source.FeedSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;

/** A channel of groups without what they are grouped by. Error: all would wait for each other. */
final class NoGroup implements Rule {

  @Override
  public String id() {
    return "no-group";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      FeedSource feed = worker.feed();
      Channel channel = feed.channel().value();
      boolean grouped = channel instanceof Channel.Fifo || channel instanceof Channel.Stream;
      if (grouped
          && feed.by() == null
          && worker.changes() == null
          && worker.subscription() != null) {
        found.error(
            feed.channel().location(),
            id(),
            "Worker "
                + worker.name().value()
                + " changes nothing that its events could be grouped by. Write which field of the"
                + " data keeps them together, such as via: "
                + channel.word()
                + " by orderId.");
      }
    }
  }
}
