package io.eventwright.generator.emit.sam;

import io.eventwright.generator.model.Channel;
import org.jspecify.annotations.Nullable;

/** Which class fits which channel; a new channel is a line here. */
final class ChannelFittings {

  private ChannelFittings() {}

  /** All that feeds a part: its channel, and the one that drains. */
  static Fitting of(Consumer consumer) {
    Fitting fitting = new Fitting();
    Channel channel = consumer.feed().channel();
    add(channel, consumer, true, fitting);
    @Nullable Channel draining = consumer.feed().draining();
    if (draining != null) {
      add(draining, consumer, false, fitting);
    }
    return fitting;
  }

  private static void add(Channel channel, Consumer consumer, boolean fed, Fitting fitting) {
    if (channel instanceof Channel.Queue queue) {
      new QueueFitting(consumer, fed).fit(queue, fitting);
    } else if (channel instanceof Channel.FanOut fanOut) {
      new FanOutFitting(consumer, fed).fit(fanOut, fitting);
    } else if (channel instanceof Channel.Fifo fifo) {
      new FifoFitting(consumer, fed).fit(fifo, fitting);
    } else if (channel instanceof Channel.Direct direct) {
      new DirectFitting(consumer).fit(direct, fitting);
    } else if (channel instanceof Channel.Stream stream) {
      new StreamFitting(consumer, fed).fit(stream, fitting);
    } else {
      throw new IllegalArgumentException("no template is there for " + channel);
    }
  }
}
