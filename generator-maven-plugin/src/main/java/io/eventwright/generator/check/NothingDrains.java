package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.source.FeedSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.stream.Stream;

/**
 * A queue said to drain into a channel that goes on using the same queue. Error: what is left in it
 * is taken from there anyway.
 */
final class NothingDrains implements Rule {

  @Override
  public String id() {
    return "nothing-drains";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    Stream.concat(
            system.source().workers().stream().map(each -> each.feed()),
            system.source().projections().stream().map(each -> each.feed()))
        .forEach(feed -> check(feed, found));
  }

  private void check(FeedSource feed, Diagnostics found) {
    Located<Channel> draining = feed.draining();
    Channel channel = feed.channel().value();
    if (draining != null
        && usesTheQueue(draining.value())
        && (usesTheQueue(channel) || channel instanceof Channel.Fifo)) {
      found.error(
          draining.location(),
          id(),
          "A "
              + channel.word()
              + " goes on using the queue of "
              + draining.value().word()
              + ", and what is left in it is handled. Remove draining:.");
    }
  }

  private static boolean usesTheQueue(Channel channel) {
    return channel instanceof Channel.Queue || channel instanceof Channel.FanOut;
  }
}
