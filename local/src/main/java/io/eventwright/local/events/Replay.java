package io.eventwright.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One replay of an archive, and how far it is (Amazon EventBridge API, DescribeReplay). */
final class Replay {

  /** What an event of a replay says of it. */
  static final String MARK = "replay-name";

  private final String name;
  private final String arn;
  private final Archive archive;
  private final String bus;
  private final Set<String> rules;
  private final Instant from;
  private final Instant to;
  private final Clock clock;
  private final Instant began;
  private String state = "STARTING";
  private @Nullable Instant ended;
  private @Nullable Instant last;

  /**
   * A replay that has not begun.
   *
   * @param bus the bus's ARN
   * @param rules ARNs of those that get it; none for all
   */
  Replay(
      String name,
      String arn,
      Archive archive,
      String bus,
      Set<String> rules,
      Instant from,
      Instant to,
      Clock clock) {
    this.name = name;
    this.arn = arn;
    this.archive = archive;
    this.bus = bus;
    this.rules = Set.copyOf(rules);
    this.from = from;
    this.to = to;
    this.clock = clock;
    this.began = clock.instant();
  }

  String name() {
    return name;
  }

  String bus() {
    return bus;
  }

  Archive archive() {
    return archive;
  }

  Instant from() {
    return from;
  }

  Instant to() {
    return to;
  }

  boolean reaches(String rule) {
    return rules.isEmpty() || rules.contains(rule);
  }

  /** The event as rules and targets see it. */
  ObjectNode marked(ObjectNode event) {
    return event.deepCopy().put(MARK, name);
  }

  synchronized boolean isUnderWay() {
    return state.equals("STARTING") || state.equals("RUNNING");
  }

  synchronized void running() {
    if (state.equals("STARTING")) {
      state = "RUNNING";
    }
  }

  synchronized void replayed(Instant time) {
    last = time;
  }

  synchronized void cancel() {
    state = "CANCELLING";
  }

  synchronized void end() {
    state = state.equals("CANCELLING") ? "CANCELLED" : "COMPLETED";
    ended = clock.instant();
  }

  /** As ListReplays tells of it. */
  synchronized ObjectNode summary() {
    ObjectNode summary =
        Json.object()
            .put("ReplayName", name)
            .put("EventSourceArn", archive.definition().arn())
            .put("State", state)
            .put("EventStartTime", from.getEpochSecond())
            .put("EventEndTime", to.getEpochSecond())
            .put("ReplayStartTime", began.getEpochSecond());
    if (last != null) {
      summary.put("EventLastReplayedTime", last.getEpochSecond());
    }
    if (ended != null) {
      summary.put("ReplayEndTime", ended.getEpochSecond());
    }
    return summary;
  }

  /** As DescribeReplay tells of it. */
  ObjectNode description() {
    ObjectNode description = summary().put("ReplayArn", arn);
    ObjectNode destination = description.putObject("Destination").put("Arn", bus);
    rules.stream().sorted().forEach(destination.withArray("FilterArns")::add);
    return description;
  }
}
