package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.DeadLettersView.SenderView;
import io.eventwright.generator.emit.sam.view.SubscriptionView;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.Subscription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A standard queue, fed by the topic of its event.
 *
 * @param consumer whom it feeds
 * @param fed whether new events go there
 */
record FanOutFitting(Consumer consumer, boolean fed) {

  void fit(Channel.FanOut channel, Fitting fitting) {
    if (fed) {
      for (Subscription subscription : consumer.subscriptions()) {
        subscribe(subscription, fitting);
      }
    }
    new QueueFitting(consumer, fed).queue(channel.batching(), fitting);
  }

  private void subscribe(Subscription subscription, Fitting fitting) {
    String topicId = LogicalIds.topic(subscription.event());
    boolean only = consumer.subscriptions().size() == 1;
    String id = only ? consumer.id() : consumer.id() + LogicalIds.of(subscription.event());
    fitting
        .part(
            "sam/subscription.yaml.vm",
            new SubscriptionView(
                id, consumer.id(), consumer.title(), topicId, policy(subscription)))
        .sender(
            new SenderView(
                only ? "OnlyTheTopicSends" : "Only" + topicId + "Sends",
                "sns.amazonaws.com",
                "!Ref " + topicId,
                List.of(consumer.id() + "Queue", consumer.deadLettersId())));
  }

  /**
   * The rule already chose the source; a filter policy takes no notice of what it does not name.
   */
  private static Map<String, Object> policy(Subscription subscription) {
    Map<String, Object> policy = new LinkedHashMap<>(EventPattern.of("", List.of(subscription)));
    policy.remove("source");
    return policy;
  }
}
