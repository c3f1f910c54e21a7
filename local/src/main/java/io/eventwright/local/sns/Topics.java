package io.eventwright.local.sns;

import io.eventwright.local.delivery.Destination;
import io.eventwright.local.delivery.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The topics of the stack: each tells its subscribers, at the same time, of what is published. */
public final class Topics implements Destination {

  /** Amazon SNS, "Amazon SNS quotas": message and attributes together, unless raised. */
  static final int LARGEST = 262_144;

  private final TopicDelivery delivery;
  private final Set<String> arns = ConcurrentHashMap.newKeySet();
  private final List<SubscriptionDefinition> subscriptions = new CopyOnWriteArrayList<>();

  /** No topics yet. */
  public Topics(TopicDelivery delivery) {
    this.delivery = delivery;
  }

  /** Adds a topic. */
  public void add(String arn) {
    arns.add(arn);
  }

  /** Adds a subscription; throws {@link IllegalArgumentException} if there is no such topic. */
  public void add(SubscriptionDefinition subscription) {
    if (!arns.contains(subscription.topicArn())) {
      throw new IllegalArgumentException("there is no topic " + subscription.topicArn());
    }
    subscriptions.add(subscription);
  }

  boolean has(String arn) {
    return arns.contains(arn);
  }

  /** What a rule publishes; EventBridge sets no message attributes. */
  @Override
  public void send(String arn, Message message) {
    if (!has(arn)) {
      throw new Refused("NO_RESOURCE", "there is no topic " + arn);
    }
    Map<String, Notification.Attribute> attributes = new LinkedHashMap<>();
    message
        .attributes()
        .forEach(
            (name, value) -> attributes.put(name, new Notification.Attribute("String", value)));
    Notification notification = notification(arn, null, message.body(), attributes);
    if (notification.size() > LARGEST) {
      throw new Refused("EVENT_SIZE", "a topic takes 262144 bytes, not " + notification.size());
    }
    publish(notification);
  }

  static Notification notification(
      String arn,
      @Nullable String subject,
      String body,
      Map<String, Notification.Attribute> attributes) {
    return new Notification(UUID.randomUUID().toString(), arn, subject, body, attributes);
  }

  void publish(Notification notification) {
    for (SubscriptionDefinition subscription : subscriptions) {
      FilterPolicy policy = subscription.policy();
      if (subscription.topicArn().equals(notification.topicArn())
          && (policy == null || policy.passes(notification))) {
        delivery.deliver(subscription, notification);
      }
    }
  }
}
