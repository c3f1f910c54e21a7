package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.FifoQueueView;
import io.eventwright.generator.emit.sam.view.PipeView;
import io.eventwright.generator.emit.sam.view.QueueView;
import io.eventwright.generator.emit.sam.view.StatementView;
import io.eventwright.generator.model.Channel;
import java.util.List;

/**
 * A queue of groups behind a standard one, with a pipe between: a rule knows one constant group
 * only. The standard queue is the one of {@code via: queue}, so that what is left in it when the
 * channel changes goes through the pipe too.
 *
 * @param consumer whom it feeds
 * @param fed whether new events go there
 */
record FifoFitting(Consumer consumer, boolean fed) {

  private static final long PIPE_SECONDS = 60;

  /**
   * A pipe that fails does so for minutes; a message that it can never send is one in a million.
   */
  private static final int PIPE_RECEIVES = 50;

  /**
   * What a time or an object tells has no data: it is one group, so that one is in work at a time.
   */
  private String group(Channel.Fifo channel) {
    if (channel.by().isEmpty()) {
      return consumer.name();
    }
    String data = consumer.needs().isEmpty() ? consumer.data() : "data.";
    return "$.body." + data + String.join(".", channel.by());
  }

  void fit(Channel.Fifo channel, Fitting fitting) {
    String id = consumer.id();
    if (fed) {
      new QueueFitting(consumer, true).rule(fitting);
    }
    boolean shares =
        !fed
            && (consumer.feed().channel() instanceof Channel.Queue
                || consumer.feed().channel() instanceof Channel.FanOut);
    // A queue that took the place of this one is emptied by its own function.
    if (!shares) {
      fitting
          .part(
              "sam/queue.yaml.vm",
              new QueueView(
                  consumer.stack(),
                  id,
                  "the pipe of " + consumer.name() + " does not keep up",
                  PIPE_SECONDS,
                  PIPE_RECEIVES))
          .part(
              "sam/pipe.yaml.vm",
              new PipeView(consumer.stack(), id, consumer.name(), group(channel)))
          .queue(id + "Queue");
    }
    fitting
        .part(
            "sam/fifo-queue.yaml.vm",
            new FifoQueueView(
                consumer.stack(),
                id,
                consumer.name(),
                QueueSources.visibilitySeconds(consumer.timeoutSeconds(), channel.batching()),
                QueueSources.MOST_RECEIVES))
        .source(QueueSources.source("FifoQueue", id + "FifoQueue", channel.batching(), true))
        .may(QueueSources.take("TakeMessagesInOrder", id + "FifoQueue", consumer.callsOutside()))
        .givesUp(consumer.deadLettersId())
        .may(
            new StatementView(
                "CountAttempts",
                List.of("dynamodb:UpdateItem"),
                "!GetAtt ControlTable.Arn",
                List.of("attempts#" + consumer.name() + "#*")));
    if (!consumer.callsOutside()) {
      fitting.variable("EVENTWRIGHT_CONTROL_TABLE", "!Ref ControlTable");
    }
  }
}
