package io.eventwright.local.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.events.EventBridge;
import io.eventwright.local.events.RuleDefinition;
import io.eventwright.local.events.TargetDelivery;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.StackSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fires what is due. A rate runs at this cloud's pace, or slower where the machine is; a cron
 * expression or a single time fires on demand only, since a test that waits for Monday is of no
 * use.
 */
public final class Schedules {

  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minutes?|hours?|days?)\\)");
  private static final Pattern OTHER = Pattern.compile("(cron|at)\\([^()]+\\)");
  private static final Duration SHORTEST = Duration.ofMillis(500);

  private final StackSettings settings;
  private final Turns turns;
  private final Pace pace;
  private final EventBridge bridge;
  private final TargetDelivery delivery;
  private final Map<String, Runnable> byLogicalId = new ConcurrentHashMap<>();
  private final Map<String, Long> lastSecond = new ConcurrentHashMap<>();

  /** No schedules yet. */
  public Schedules(
      StackSettings settings,
      Workers workers,
      Activity activity,
      Pace pace,
      EventBridge bridge,
      TargetDelivery delivery) {
    this.settings = settings;
    this.turns = new Turns(workers, activity);
    this.pace = pace;
    this.bridge = bridge;
    this.delivery = delivery;
  }

  /**
   * How often an expression is due; empty if it is not a rate.
   *
   * @throws IllegalArgumentException if it is no expression at all
   */
  public static Optional<Duration> period(String expression) {
    Matcher rate = RATE.matcher(expression);
    if (rate.matches()) {
      String unit = rate.group(2);
      return Optional.of(
          Duration.of(
              Long.parseLong(rate.group(1)),
              unit.startsWith("m")
                  ? ChronoUnit.MINUTES
                  : unit.startsWith("h") ? ChronoUnit.HOURS : ChronoUnit.DAYS));
    }
    if (OTHER.matcher(expression).matches()) {
      return Optional.empty();
    }
    throw new IllegalArgumentException("not a schedule: " + expression);
  }

  /** Adds a rule's schedule. */
  public void add(RuleDefinition rule) {
    String expression = rule.schedule();
    if (expression != null) {
      add(rule.logicalId(), expression, rule.enabled(), () -> bridge.fire(rule));
    }
  }

  /** Adds a schedule. */
  public void add(ScheduleDefinition schedule) {
    add(schedule.logicalId(), schedule.expression(), schedule.enabled(), () -> deliver(schedule));
  }

  private void deliver(ScheduleDefinition schedule) {
    // Fired twice within a second, it is due twice all the same, as it would be when not sped up.
    long second =
        lastSecond.merge(
            schedule.logicalId(),
            Instant.now().getEpochSecond(),
            (last, now) -> Math.max(last + 1, now));
    String time = Instant.ofEpochSecond(second).toString();
    String input = schedule.target().constant();
    delivery.deliver(
        input == null ? schedule.target() : schedule.target().saying(filled(input, schedule, time)),
        schedule.arn(),
        event(schedule, time));
  }

  /** Attributes in an input (EventBridge Scheduler, "Adding context attributes"). */
  private static String filled(String input, ScheduleDefinition schedule, String time) {
    return input
        .replace("<aws.scheduler.scheduled-time>", time)
        .replace("<aws.scheduler.schedule-arn>", schedule.arn())
        .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString())
        .replace("<aws.scheduler.attempt-number>", "1");
  }

  private void add(String logicalId, String expression, boolean enabled, Runnable fire) {
    byLogicalId.put(logicalId, fire);
    if (enabled) {
      period(expression)
          .map(pace::of)
          .map(period -> period.compareTo(SHORTEST) < 0 ? SHORTEST : period)
          .ifPresent(period -> turns.every(period, fire));
    }
  }

  /** What a target without input gets (EventBridge Scheduler, "Managing targets"). */
  private ObjectNode event(ScheduleDefinition schedule, String time) {
    ObjectNode event = Json.object().put("version", "0").put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event").put("source", "aws.scheduler");
    event.put("account", settings.accountId());
    event.put("time", time);
    event.put("region", settings.region()).putArray("resources").add(schedule.arn());
    return event.put("detail", "{}");
  }

  /** The logical ids of all schedules. */
  public Set<String> names() {
    return Set.copyOf(byLogicalId.keySet());
  }

  /** Fires one now, whether it is due or not, enabled or not. */
  public void fire(String logicalId) {
    Runnable fire = byLogicalId.get(logicalId);
    if (fire == null) {
      throw new IllegalArgumentException(
          "there is no schedule " + logicalId + "; there are " + names());
    }
    fire.run();
  }
}
