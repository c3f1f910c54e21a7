package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings of the services that a channel does not leave open, each with what goes wrong where
 * somebody chooses. They are refused by reason, and not as a key that nobody has heard of.
 */
final class ChannelSettings {

  private static final String VISIBILITY =
      "The visibility timeout is six times the worker's timeout and the window: shorter, a message"
          + " in work is handed out again; longer, a crash waits for it. Set timeout: of the worker.";

  private static final String RECEIVES =
      "How often a message is received says nothing of how often it failed: messages that wait"
          + " behind a throttled function or an open breaker are received too. Five real failures"
          + " make a dead letter.";

  private static final String DELAY =
      "What is put in a queue with a delay is overtaken, and the age of the backlog lies. Publish"
          + " later, or let a schedule do so.";

  private static final Map<String, String> OF_QUEUES =
      Map.of(
          "visibility", VISIBILITY,
          "attempts", RECEIVES,
          "retries", RECEIVES,
          "receives", RECEIVES,
          "delay", DELAY);

  private static final Map<String, Map<String, String>> BY_CHANNEL =
      Map.of(
          "queue",
          OF_QUEUES,
          "fan-out",
          OF_QUEUES,
          "fifo",
          with(
              OF_QUEUES,
              Map.of(
                  "window",
                  "Lambda waits for no batch of a FIFO queue: there is no window to set.")),
          "stream",
          Map.of(
              "concurrency",
              "A stream's concurrency is its shards times parallel:, since a shard is read in order."
                  + " Set those.",
              "retries",
              "Given up early, a record is lost to an outage; never given up, its shard stands still"
                  + " behind it. It is tried 50 times, or where a dependency is used until it ages.",
              "retention",
              "A stream keeps a week, so that an outage of a long weekend loses nothing."),
          "direct",
          Map.of(
              "batch",
              "A function that is called gets one event at a time. For batches take a queue.",
              "window",
              "A function that is called gets one event at a time. For batches take a queue.",
              "concurrency",
              "Nothing holds a backlog before a function that is called: whatever exceeds a"
                  + " concurrency is thrown back, and given up after its age. To limit it take a"
                  + " queue."));

  private ChannelSettings() {}

  /** What is left to read after a report of what may not be set: all of it where nothing is. */
  static ObjectNode open(String channel, ObjectNode settings, Diagnostics found) {
    Map<String, String> reasons = BY_CHANNEL.getOrDefault(channel, Map.of());
    Map<String, ObjectNode.Member> left = new LinkedHashMap<>();
    for (ObjectNode.Member member : settings.members().values()) {
      String reason = reasons.get(member.name());
      if (reason != null) {
        found.error(
            member.nameLocation(),
            "derived-setting",
            "via: " + channel + " has no " + member.name() + ". " + reason + " Remove it.");
      } else {
        left.put(member.name(), member);
      }
    }
    return new ObjectNode(settings.location(), left);
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return Map.copyOf(all);
  }
}
