package io.eventwright.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.StackSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * EventBridge's archives and replays (user guide, "Archiving and replaying events"). A replay goes
 * minute by minute through the time of the events and keeps no order within one: here it is dealt
 * out anew each time, so that nobody comes to rely on it.
 */
final class Archives {

  private static final Pattern NAME = Pattern.compile("[.\\-_A-Za-z0-9]{1,64}");
  private static final int MOST_AT_ONCE = 10;

  private final StackSettings settings;
  private final Workers workers;
  private final Activity activity;
  private final Clock clock;
  private final Rerun rerun;
  private final Map<String, Archive> archives = new LinkedHashMap<>();
  private final Map<String, Replay> replays = new LinkedHashMap<>();
  private final Random order = new Random();

  /** Gives a rule of a bus an event of a replay. */
  interface Rerun {
    void event(Replay replay, ObjectNode event);

    /** Whether there is such a rule. */
    boolean knows(String rule);
  }

  Archives(StackSettings settings, Workers workers, Activity activity, Clock clock, Rerun rerun) {
    this.settings = settings;
    this.workers = workers;
    this.activity = activity;
    this.clock = clock;
    this.rerun = rerun;
  }

  void add(ArchiveDefinition definition) {
    archives.put(definition.arn(), new Archive(definition, clock));
  }

  /** Keeps what a bus took. */
  void keep(String bus, ObjectNode event) {
    for (Archive archive : archives.values()) {
      if (archive.definition().sourceArn().endsWith(":event-bus/" + bus)) {
        archive.keep(event);
      }
    }
  }

  void clear() {
    archives.values().forEach(Archive::clear);
    synchronized (replays) {
      replays.clear();
    }
  }

  AwsResponse handle(AwsRequest request) {
    JsonNode asked = request.json();
    return switch (request.operation()) {
      case "ListArchives" -> AwsResponse.ok(listArchives(asked));
      case "DescribeArchive" -> AwsResponse.ok(describeArchive(asked.path("ArchiveName").asText()));
      case "StartReplay" -> AwsResponse.ok(start(asked));
      case "DescribeReplay" -> AwsResponse.ok(find(asked).description());
      case "ListReplays" -> AwsResponse.ok(listReplays(asked));
      case "CancelReplay" -> AwsResponse.ok(cancel(asked));
      default ->
          throw new AwsFault(
              501, "NotImplemented", "EventBridge " + request.operation() + " is not here");
    };
  }

  private ObjectNode listArchives(JsonNode asked) {
    ObjectNode answer = Json.object();
    answer.putArray("Archives");
    String source = asked.path("EventSourceArn").asText("");
    String prefix = asked.path("NamePrefix").asText("");
    for (Archive archive : archives.values()) {
      ArchiveDefinition definition = archive.definition();
      if (definition.name().startsWith(prefix)
          && (source.isEmpty() || definition.sourceArn().equals(source))) {
        answer.withArray("Archives").add(archive.summary());
      }
    }
    return answer;
  }

  private ObjectNode describeArchive(String name) {
    Archive archive =
        archives.values().stream()
            .filter(one -> one.definition().name().equals(name))
            .findFirst()
            .orElseThrow(() -> missing("Archive " + name));
    ObjectNode answer = archive.summary().put("ArchiveArn", archive.definition().arn());
    String pattern = archive.definition().pattern();
    return pattern == null ? answer : answer.put("EventPattern", pattern);
  }

  private ObjectNode listReplays(JsonNode asked) {
    ObjectNode answer = Json.object();
    answer.putArray("Replays");
    String source = asked.path("EventSourceArn").asText("");
    String prefix = asked.path("NamePrefix").asText("");
    for (Replay replay : known()) {
      ObjectNode summary = replay.summary();
      if (replay.name().startsWith(prefix)
          && (source.isEmpty() || summary.path("EventSourceArn").asText().equals(source))) {
        answer.withArray("Replays").add(summary);
      }
    }
    return answer;
  }

  private ObjectNode start(JsonNode asked) {
    String name = asked.path("ReplayName").asText();
    if (!NAME.matcher(name).matches()) {
      throw invalid("ReplayName", "must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+");
    }
    Archive archive = archives.get(asked.path("EventSourceArn").asText());
    if (archive == null) {
      throw missing("Archive " + asked.path("EventSourceArn").asText());
    }
    String bus = asked.path("Destination").path("Arn").asText();
    if (!bus.equals(archive.definition().sourceArn())) {
      throw invalid("Destination.Arn", "Cross event bus replay is not permitted.");
    }
    Instant from = Instant.ofEpochSecond((long) asked.path("EventStartTime").asDouble());
    Instant to = Instant.ofEpochSecond((long) asked.path("EventEndTime").asDouble());
    if (!from.isBefore(to)) {
      throw invalid("EventEndTime", "EventStartTime must be before EventEndTime.");
    }
    Set<String> rules = new LinkedHashSet<>();
    for (JsonNode rule : asked.path("Destination").path("FilterArns")) {
      if (!rerun.knows(rule.asText())) {
        throw missing("Rule " + rule.asText());
      }
      rules.add(rule.asText());
    }
    String arn = settings.arn("events", "replay/" + name);
    Replay replay = new Replay(name, arn, archive, bus, rules, from, to, clock);
    synchronized (replays) {
      if (replays.containsKey(name)) {
        throw new AwsFault(
            400, "ResourceAlreadyExistsException", "Replay " + name + " already exists.");
      }
      if (replays.values().stream().filter(Replay::isUnderWay).count() >= MOST_AT_ONCE) {
        throw new AwsFault(
            400, "LimitExceededException", "The requested resource exceeds the maximum number.");
      }
      replays.put(name, replay);
    }
    Activity.Running running = activity.begin();
    workers.run(
        () -> {
          try {
            run(replay);
          } finally {
            replay.end();
            running.end();
          }
        });
    return Json.object()
        .put("ReplayArn", arn)
        .put("State", "STARTING")
        .put("ReplayStartTime", clock.instant().getEpochSecond());
  }

  private void run(Replay replay) {
    replay.running();
    TreeMap<Instant, List<ObjectNode>> minutes = new TreeMap<>();
    for (ObjectNode event : replay.archive().between(replay.from(), replay.to())) {
      minutes
          .computeIfAbsent(
              Archive.time(event).truncatedTo(ChronoUnit.MINUTES), minute -> new ArrayList<>())
          .add(event);
    }
    for (List<ObjectNode> minute : minutes.values()) {
      Collections.shuffle(minute, order);
      for (ObjectNode event : minute) {
        if (!replay.isUnderWay()) {
          return;
        }
        rerun.event(replay, replay.marked(event));
        replay.replayed(Archive.time(event));
      }
    }
  }

  private ObjectNode cancel(JsonNode asked) {
    Replay replay = find(asked);
    if (!replay.isUnderWay()) {
      throw new AwsFault(
          400, "IllegalStatusException", "Replay " + replay.name() + " is not in a valid state.");
    }
    replay.cancel();
    return Json.object()
        .put("ReplayArn", replay.description().path("ReplayArn").asText())
        .put("State", "CANCELLING");
  }

  private Replay find(JsonNode asked) {
    String name = asked.path("ReplayName").asText();
    synchronized (replays) {
      Replay replay = replays.get(name);
      if (replay == null) {
        throw missing("Replay " + name);
      }
      return replay;
    }
  }

  private Collection<Replay> known() {
    synchronized (replays) {
      return List.copyOf(replays.values());
    }
  }

  private static AwsFault missing(String what) {
    return new AwsFault(400, "ResourceNotFoundException", what + " does not exist.");
  }

  private static AwsFault invalid(String parameter, String reason) {
    return new AwsFault(
        400, "ValidationException", "Parameter " + parameter + " is not valid. Reason: " + reason);
  }
}
