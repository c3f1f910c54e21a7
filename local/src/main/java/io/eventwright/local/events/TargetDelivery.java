package io.eventwright.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Destination;
import io.eventwright.local.delivery.Destinations;
import io.eventwright.local.delivery.Message;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.function.LogSink;
import io.eventwright.local.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Delivers an event to one target: with exponential waits as long as the retry policy allows, then
 * to the dead-letter queue; at once there if trying again cannot help.
 */
public final class TargetDelivery {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final Destinations destinations;
  private final TargetPermissions permissions;
  private final Workers workers;
  private final Activity activity;
  private final Pace pace;
  private final LogSink log;

  /** Delivers to those destinations. */
  public TargetDelivery(
      Destinations destinations,
      TargetPermissions permissions,
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

  /** Takes an event for a target and returns at once. */
  public void deliver(TargetDefinition target, String ruleArn, JsonNode event) {
    Delivery delivery = new Delivery(target, ruleArn, event, Instant.now(), activity.begin());
    workers.run(() -> attempt(delivery, 0));
  }

  private record Delivery(
      TargetDefinition target,
      String ruleArn,
      JsonNode event,
      Instant accepted,
      Activity.Running running) {}

  private void attempt(Delivery delivery, int retries) {
    TargetDefinition target = delivery.target();
    boolean again = false;
    try {
      permissions.require(delivery.ruleArn(), target.arn(), target.role());
      String input = target.input(delivery.event(), delivery.ruleArn());
      String group = target.group(delivery.event());
      destinations.send(target.arn(), new Message(input, Map.of(), group, null));
    } catch (IllegalArgumentException e) {
      deadLetter(delivery, retries, "INVALID_JSON", String.valueOf(e.getMessage()));
    } catch (Destination.Refused e) {
      if (e.code().equals(TargetPermissions.NONE)) {
        log.line("permissions", String.valueOf(e.getMessage()));
      }
      deadLetter(delivery, retries, e.code(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      Duration age = Duration.between(delivery.accepted(), Instant.now());
      again = retries < target.retries() && age.compareTo(pace.of(target.oldest())) < 0;
      if (!again) {
        deadLetter(delivery, retries, "INTERNAL_ERROR", String.valueOf(e.getMessage()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!again) {
        delivery.running().end();
      }
    }
    if (again) {
      Duration wait = Duration.ofSeconds(1L << Math.min(retries, 10));
      workers.after(
          pace.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait),
          () -> attempt(delivery, retries + 1));
    }
  }

  /**
   * The event as it came, with the reason in attributes (Amazon EventBridge, "Dead-letter queues").
   */
  private void deadLetter(Delivery delivery, int retries, String code, String reason) {
    String arn = delivery.target().deadLetters();
    if (arn == null) {
      log.line(
          "events", "not delivered to " + delivery.target().arn() + ": " + code + " " + reason);
      return;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("RULE_ARN", delivery.ruleArn());
    attributes.put("TARGET_ARN", delivery.target().arn());
    attributes.put("ERROR_CODE", code);
    attributes.put("ERROR_MESSAGE", reason.isEmpty() ? code : reason);
    attributes.put("RETRY_ATTEMPTS", String.valueOf(retries));
    try {
      // A rule's go by the queue's own policy, a schedule's by its role ("Configuring a dead-letter
      // queue for EventBridge Scheduler").
      boolean scheduled = delivery.ruleArn().contains(":scheduler:");
      permissions.require(delivery.ruleArn(), arn, scheduled ? delivery.target().role() : null);
      destinations.send(arn, Message.of(Json.write(delivery.event())).with(attributes));
    } catch (IOException | RuntimeException e) {
      log.line("events", "lost: " + arn + " takes no dead letters: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
