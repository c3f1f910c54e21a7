package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.DeadLettersView.SenderView;
import io.eventwright.generator.emit.sam.view.QueueView;
import io.eventwright.generator.emit.sam.view.RuleView;
import io.eventwright.generator.model.Channel;
import java.util.List;

/**
 * A standard queue, fed by a rule of its own.
 *
 * @param consumer whom it feeds
 * @param fed whether new events go there
 */
record QueueFitting(Consumer consumer, boolean fed) {

  void fit(Channel.Queue channel, Fitting fitting) {
    if (fed) {
      rule(fitting);
    }
    queue(channel.batching(), fitting);
  }

  /** The rule that sends to the standard queue. */
  void rule(Fitting fitting) {
    String id = consumer.id();
    if (consumer.schedule() != null) {
      fitting.part(
          "sam/schedule.yaml.vm",
          consumer.scheduled("!GetAtt " + id + "Queue.Arn", "sqs:SendMessage"));
      return;
    }
    fitting
        .part(
            "sam/rule.yaml.vm",
            new RuleView(
                id,
                consumer.title(),
                "Feeds " + consumer.name() + ".",
                consumer.bus(),
                consumer.pattern(),
                id + "Queue",
                "!GetAtt " + id + "Queue.Arn",
                NeedsTransformer.of(consumer.needs()),
                consumer.deadLettersId()))
        .sender(
            new SenderView(
                "OnlyTheRuleSends",
                "events.amazonaws.com",
                "!GetAtt " + id + "Rule.Arn",
                List.of(id + "Queue", consumer.deadLettersId())));
  }

  /** The queue, and the function behind it. */
  void queue(Channel.Batching batching, Fitting fitting) {
    String queueId = consumer.id() + "Queue";
    fitting
        .part(
            "sam/queue.yaml.vm",
            new QueueView(
                consumer.stack(),
                consumer.id(),
                consumer.name() + " does not keep up",
                QueueSources.visibilitySeconds(consumer.timeoutSeconds(), batching),
                consumer.callsOutside() ? QueueSources.MOST_RECEIVES : QueueSources.RECEIVES))
        .queue(queueId)
        .source(QueueSources.source("Queue", queueId, batching, false))
        .may(QueueSources.take("TakeMessages", queueId, consumer.callsOutside()));
    if (consumer.callsOutside()) {
      // The queue counts receives, of which waiting costs many: the runtime counts attempts.
      fitting
          .variable("EVENTWRIGHT_QUEUE_URL", "!Ref " + queueId)
          .givesUp(consumer.deadLettersId());
    }
  }
}
