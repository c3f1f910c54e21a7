package io.eventwright.local.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Destination;
import io.eventwright.local.delivery.Destinations;
import io.eventwright.local.delivery.Message;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.function.LogSink;
import io.eventwright.local.iam.Permissions;
import io.eventwright.local.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Delivers to one subscriber: what the subscriber refuses goes to the dead letters at once, what
 * only failed is tried again (Amazon SNS, "Message delivery retries"; fewer times here than the
 * hundred thousand of the service).
 */
public final class TopicDelivery {

  private static final int ATTEMPTS = 10;
  private static final int MOST_RAW_ATTRIBUTES = 10;

  private final Destinations destinations;
  private final Permissions permissions;
  private final Workers workers;
  private final Activity activity;
  private final Pace pace;
  private final LogSink log;

  /** Delivers to those destinations, as those permissions allow. */
  public TopicDelivery(
      Destinations destinations,
      Permissions permissions,
      Workers workers,
      Activity activity,
      Pace pace,
      LogSink log) {
    this.destinations = destinations;
    this.permissions = permissions;
    this.workers = workers;
    this.activity = activity;
    this.pace = pace;
    this.log = log;
  }

  void deliver(SubscriptionDefinition subscription, Notification notification) {
    Activity.Running running = activity.begin();
    workers.run(() -> attempt(subscription, notification, running, 1));
  }

  private void attempt(
      SubscriptionDefinition subscription,
      Notification notification,
      Activity.Running running,
      int count) {
    boolean again = false;
    try {
      send(subscription, notification);
    } catch (Destination.Refused e) {
      deadLetter(subscription, notification, e.code(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      again = count < ATTEMPTS;
      if (!again) {
        deadLetter(subscription, notification, "500", String.valueOf(e.getMessage()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!again) {
        running.end();
      }
    }
    if (again) {
      workers.after(
          pace.of(Duration.ofSeconds(1L << Math.min(count, 5))),
          () -> attempt(subscription, notification, running, count + 1));
    }
  }

  private void send(SubscriptionDefinition subscription, Notification notification)
      throws IOException, InterruptedException {
    boolean queue = subscription.protocol().equals("sqs");
    require(
        notification.topicArn(),
        queue ? "sqs:SendMessage" : "lambda:InvokeFunction",
        subscription.endpoint());
    destinations.send(subscription.endpoint(), message(subscription, notification));
  }

  private void require(String topicArn, String action, String endpoint) {
    if (!permissions.allowsService("sns.amazonaws.com", topicArn, action, endpoint)) {
      throw new Destination.Refused(
          "403", "the policy of " + endpoint + " does not allow " + action + " for " + topicArn);
    }
  }

  private static Message message(SubscriptionDefinition subscription, Notification notification) {
    if (!subscription.protocol().equals("sqs")) {
      return Message.of(Json.write(lambdaEvent(subscription, notification)));
    }
    if (!subscription.raw()) {
      return Message.of(Json.write(wrapped(notification)));
    }
    if (notification.attributes().size() > MOST_RAW_ATTRIBUTES) {
      throw new Destination.Refused("400", "a raw message has ten attributes at most");
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    notification.attributes().forEach((name, value) -> attributes.put(name, value.value()));
    return Message.of(notification.body()).with(attributes);
  }

  /** What a queue gets that does not ask for the message alone. */
  private static ObjectNode wrapped(Notification notification) {
    ObjectNode wrapped = Json.object().put("Type", "Notification");
    return common(wrapped, notification, "MessageAttributes");
  }

  private static ObjectNode lambdaEvent(
      SubscriptionDefinition subscription, Notification notification) {
    ObjectNode event = Json.object();
    ObjectNode record = event.putArray("Records").addObject();
    record.put("EventSource", "aws:sns").put("EventVersion", "1.0");
    record.put("EventSubscriptionArn", subscription.arn());
    common(record.putObject("Sns").put("Type", "Notification"), notification, "MessageAttributes");
    return event;
  }

  private static ObjectNode common(ObjectNode target, Notification notification, String name) {
    target.put("MessageId", notification.id()).put("TopicArn", notification.topicArn());
    if (notification.subject() != null) {
      target.put("Subject", notification.subject());
    }
    target.put("Message", notification.body());
    target.put("Timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    // Nobody signs here; whoever verifies signatures must be told so.
    target.put("SignatureVersion", "1").put("Signature", "").put("SigningCertURL", "");
    target.put("UnsubscribeURL", "");
    if (!notification.attributes().isEmpty()) {
      ObjectNode attributes = target.putObject(name);
      notification
          .attributes()
          .forEach(
              (key, value) ->
                  attributes.putObject(key).put("Type", value.type()).put("Value", value.value()));
    }
    return target;
  }

  private void deadLetter(
      SubscriptionDefinition subscription, Notification notification, String code, String reason) {
    String arn = subscription.deadLetters();
    String what = "not delivered to " + subscription.endpoint() + ": " + code + " " + reason;
    if (arn == null) {
      log.line("sns", what);
      return;
    }
    try {
      require(notification.topicArn(), "sqs:SendMessage", arn);
      String body = subscription.raw() ? notification.body() : Json.write(wrapped(notification));
      destinations.send(
          arn,
          Message.of(body)
              .with(
                  Map.of(
                      "RequestID", notification.id(),
                      "ErrorCode", code,
                      "ErrorMessage", reason)));
    } catch (IOException | RuntimeException e) {
      log.line("sns", "lost: " + what + "; and " + arn + " takes no dead letters: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
