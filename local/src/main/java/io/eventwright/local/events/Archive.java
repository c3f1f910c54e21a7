package io.eventwright.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import software.amazon.event.ruler.Ruler;

/** What a bus took, kept for replays. What a replay brings is not kept again. */
final class Archive {

  private final ArchiveDefinition definition;
  private final Clock clock;
  private final Deque<ObjectNode> events = new ArrayDeque<>();
  private final Instant created;
  private long bytes;

  Archive(ArchiveDefinition definition, Clock clock) {
    this.definition = definition;
    this.clock = clock;
    this.created = clock.instant();
  }

  ArchiveDefinition definition() {
    return definition;
  }

  void keep(ObjectNode event) {
    String text = Json.write(event);
    if (event.has(Replay.MARK) || !matches(text)) {
      return;
    }
    synchronized (events) {
      events.add(event.deepCopy());
      bytes += text.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  private boolean matches(String event) {
    String pattern = definition.pattern();
    try {
      return pattern == null || Ruler.matchesRule(event, pattern);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those of a time, its beginning and end included, that are not older than is kept. */
  List<ObjectNode> between(Instant from, Instant to) {
    int days = definition.retentionDays();
    Instant oldest = days == 0 ? Instant.MIN : clock.instant().minus(Duration.ofDays(days));
    synchronized (events) {
      return events.stream()
          .filter(
              event -> {
                Instant time = time(event);
                return !time.isBefore(from) && !time.isAfter(to) && !time.isBefore(oldest);
              })
          .toList();
    }
  }

  static Instant time(JsonNode event) {
    return Instant.parse(event.path("time").asText());
  }

  void clear() {
    synchronized (events) {
      events.clear();
      bytes = 0;
    }
  }

  /** As ListArchives tells of it. */
  ObjectNode summary() {
    synchronized (events) {
      return Json.object()
          .put("ArchiveName", definition.name())
          .put("EventSourceArn", definition.sourceArn())
          .put("State", "ENABLED")
          .put("RetentionDays", definition.retentionDays())
          .put("SizeBytes", bytes)
          .put("EventCount", (long) events.size())
          .put("CreationTime", created.getEpochSecond());
    }
  }
}
