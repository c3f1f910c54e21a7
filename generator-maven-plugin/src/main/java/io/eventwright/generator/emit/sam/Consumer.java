package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.ScheduleView;
import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.Feed;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part that is fed, whatever feeds it.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param name as in {@code system.yaml}
 * @param title one line above its resources
 * @param subscriptions what it listens to
 * @param bus where that is published, in the template's language
 * @param pattern the same as a rule's pattern
 * @param data where an event has its data, with a dot after it; empty for what has none
 * @param needs paths of the data that it is to be sent; empty for all
 * @param feed through which channel
 * @param timeoutSeconds of one invocation
 * @param callsOutside whether it uses dependencies, so that waiting costs receives
 * @param schedule when it is told the time; null for what a rule feeds
 */
record Consumer(
    StackView stack,
    String id,
    String name,
    String title,
    List<Subscription> subscriptions,
    String bus,
    Map<String, Object> pattern,
    String data,
    List<List<String>> needs,
    Feed feed,
    long timeoutSeconds,
    boolean callsOutside,
    Trigger.@Nullable Schedule schedule) {

  Consumer {
    subscriptions = List.copyOf(subscriptions);
  }

  /**
   * Whether its events may only name their data: not what another bus or a service tells, nor what
   * a rule cuts or looks into, or is grouped by, which has no data for that then.
   */
  boolean mayBeGivenClaims() {
    return !subscriptions.isEmpty()
        && bus.equals("!Ref Bus")
        && needs.isEmpty()
        && Stream.of(feed.channel(), feed.draining())
            .anyMatch(
                channel ->
                    channel != null
                        && !(channel instanceof Channel.Fifo)
                        && !(channel instanceof Channel.Stream))
        && subscriptions.stream()
            .flatMap(subscription -> subscription.where().stream())
            .noneMatch(condition -> condition.path().get(0).equals("data"));
  }

  /**
   * What is told when the schedule is due: an event of ours, so that every channel reads it. Its id
   * is the time that was meant, so that being told twice is deciding once.
   */
  ScheduleView scheduled(String targetArn, String action) {
    Trigger.Schedule due = Objects.requireNonNull(schedule);
    String at = "<aws.scheduler.scheduled-time>";
    return new ScheduleView(
        stack,
        id,
        title,
        "Tells " + name + " the time.",
        due.expression(),
        due.zone(),
        targetArn,
        action,
        "{\"specversion\":\"1.0\",\"id\":\"%s/%s\",\"source\":\"aws.scheduler\","
                .formatted(name, at)
            + "\"type\":\"schedule-due.v1\",\"time\":\"%s\",\"data\":{\"at\":\"%s\"}}"
                .formatted(at, at),
        deadLettersId());
  }

  /** The name of that bus, within a text that {@code Sub} fills. */
  String busName() {
    return bus.equals("!Ref Bus")
        ? "${Bus}"
        : bus.substring(bus.lastIndexOf('/') + 1).replace("\"", "");
  }

  /** The queue that holds what this part could not handle. */
  String deadLettersId() {
    return id + "DeadLetterQueue";
  }
}
