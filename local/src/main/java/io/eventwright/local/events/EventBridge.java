package io.eventwright.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Destination;
import io.eventwright.local.delivery.Message;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.StackSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** EventBridge: takes events, finds the rules that match, hands each to its targets. */
public final class EventBridge implements AwsService, Destination {

  private static final int MOST_ENTRIES = 10;
  private static final int LARGEST = 1_048_576;
  private static final int TIME_BYTES = 14;

  private final StackSettings settings;
  private final TargetDelivery delivery;
  private final BiConsumer<String, JsonNode> seen;
  private final Map<String, EventBus> buses = new ConcurrentHashMap<>();
  private final Archives archives;

  /**
   * With the default bus only.
   *
   * @param seen is told the bus's name and each event that it took
   */
  public EventBridge(
      StackSettings settings,
      TargetDelivery delivery,
      Workers workers,
      Activity activity,
      BiConsumer<String, JsonNode> seen) {
    this.settings = settings;
    this.delivery = delivery;
    this.seen = seen;
    this.archives = new Archives(settings, workers, activity, Clock.systemUTC(), new Rules());
    addBus("default");
  }

  /** What archives know of buses. */
  private final class Rules implements Archives.Rerun {
    @Override
    public void event(Replay replay, ObjectNode event) {
      String bus = replay.bus().substring(replay.bus().lastIndexOf('/') + 1);
      for (RuleDefinition rule : buses.getOrDefault(bus, new EventBus(bus)).matching(event)) {
        if (replay.reaches(rule.arn())) {
          rule.targets().forEach(target -> delivery.deliver(target, rule.arn(), event));
        }
      }
    }

    @Override
    public boolean knows(String rule) {
      return buses.values().stream().anyMatch(bus -> bus.find(rule) != null);
    }
  }

  /** Adds an archive, which keeps what its bus takes from now on. */
  public void addArchive(ArchiveDefinition archive) {
    archives.add(archive);
  }

  /** Forgets what archives hold, and which replays there were. */
  public void clearArchives() {
    archives.clear();
  }

  /** Adds a bus. */
  public void addBus(String name) {
    buses.put(name, new EventBus(name));
  }

  /**
   * Adds a rule to its bus. One that the template does not make is somebody else's on AWS; here it
   * is there once a rule listens to it, so that a test can play its owner.
   */
  public void addRule(RuleDefinition rule) {
    buses.computeIfAbsent(rule.bus(), EventBus::new).add(rule);
  }

  @Override
  public AwsResponse handle(AwsRequest request) {
    return switch (request.operation()) {
      case "PutEvents" -> putEvents(request);
      case "DescribeEventBus" -> describe(request.json().path("Name").asText("default"));
      case "ListRules" -> rules(request.json());
      case "ListTargetsByRule" -> targets(request.json());
      default -> archives.handle(request);
    };
  }

  private AwsResponse describe(String bus) {
    String name = existing(bus);
    return AwsResponse.ok(Json.object().put("Name", name).put("Arn", arn(name)));
  }

  private AwsResponse rules(JsonNode asked) {
    String name = existing(asked.path("EventBusName").asText("default"));
    ObjectNode answer = Json.object();
    answer.putArray("Rules");
    for (RuleDefinition rule : buses.getOrDefault(name, new EventBus(name)).rules()) {
      String called = rule.arn().substring(rule.arn().lastIndexOf('/') + 1);
      if (called.startsWith(asked.path("NamePrefix").asText(""))) {
        ObjectNode told = answer.withArray("Rules").addObject();
        told.put("Name", called).put("Arn", rule.arn()).put("EventBusName", name);
        told.put("State", rule.enabled() ? "ENABLED" : "DISABLED");
        if (rule.pattern() != null) {
          told.put("EventPattern", rule.pattern());
        }
      }
    }
    return AwsResponse.ok(answer);
  }

  /** Whom a rule names; what the template calls that place is not kept. */
  private AwsResponse targets(JsonNode asked) {
    String name = existing(asked.path("EventBusName").asText("default"));
    String rule = asked.path("Rule").asText();
    ObjectNode answer = Json.object();
    answer.putArray("Targets");
    buses.getOrDefault(name, new EventBus(name)).rules().stream()
        .filter(each -> each.arn().endsWith("/" + rule))
        .findFirst()
        .orElseThrow(
            () ->
                new AwsFault(400, "ResourceNotFoundException", "Rule " + rule + " does not exist."))
        .targets()
        .forEach(target -> answer.withArray("Targets").addObject().put("Arn", target.arn()));
    return AwsResponse.ok(answer);
  }

  private String existing(String bus) {
    String name = bus.substring(bus.lastIndexOf('/') + 1);
    if (!buses.containsKey(name)) {
      throw new AwsFault(
          400, "ResourceNotFoundException", "Event bus " + name + " does not exist.");
    }
    return name;
  }

  private String arn(String bus) {
    return settings.arn("events", "event-bus/" + bus);
  }

  private AwsResponse putEvents(AwsRequest request) {
    JsonNode entries = request.json().path("Entries");
    if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      throw new AwsFault(
          400,
          "ValidationException",
          "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must"
              + " have length between 1 and 10, inclusive");
    }
    int size = 0;
    for (JsonNode entry : entries) {
      size += size(entry);
    }
    if (size > LARGEST) {
      throw new AwsFault(
          400,
          "ValidationException",
          "Total size of the entries in the request is over the limit.");
    }
    ObjectNode response = Json.object();
    int failed = 0;
    for (JsonNode entry : entries) {
      ObjectNode result = put(entry);
      failed += result.has("ErrorCode") ? 1 : 0;
      response.withArray("Entries").add(result);
    }
    return AwsResponse.ok(response.put("FailedEntryCount", failed));
  }

  /** As the service computes it (Amazon EventBridge, "Calculating PutEvents event entry size"). */
  private static int size(JsonNode entry) {
    int size = entry.has("Time") ? TIME_BYTES : 0;
    for (String part : new String[] {"Source", "DetailType", "Detail"}) {
      size += bytes(entry.path(part));
    }
    for (JsonNode resource : entry.path("Resources")) {
      size += bytes(resource);
    }
    return size;
  }

  private static int bytes(JsonNode text) {
    return text.asText("").getBytes(StandardCharsets.UTF_8).length;
  }

  private ObjectNode put(JsonNode entry) {
    for (String required : new String[] {"Source", "DetailType", "Detail"}) {
      if (entry.path(required).asText("").isEmpty()) {
        return error(
            "InvalidArgument",
            "Parameter "
                + required
                + " is not valid. Reason: "
                + required
                + " is a required argument.");
      }
    }
    if (entry.path("Source").asText().startsWith("aws.")) {
      return error("NotAuthorizedForSourceException", "Not authorized for the source.");
    }
    JsonNode detail;
    try {
      detail = Json.parse(entry.path("Detail").asText());
    } catch (IllegalArgumentException e) {
      return error("MalformedDetail", "Detail is malformed.");
    }
    if (!detail.isObject()) {
      return error("MalformedDetail", "Detail is malformed.");
    }
    String bus = entry.path("EventBusName").asText("default");
    String name = bus.substring(bus.lastIndexOf('/') + 1);
    if (!buses.containsKey(name)) {
      return error("ResourceNotFoundException", "Event bus " + name + " does not exist.");
    }
    String time =
        entry.has("Time")
            ? Instant.ofEpochSecond((long) entry.path("Time").asDouble()).toString()
            : now();
    ObjectNode event =
        event(entry.path("DetailType").asText(), entry.path("Source").asText(), time, detail);
    entry.path("Resources").forEach(event.withArray("resources")::add);
    accept(name, event);
    return Json.object().put("EventId", event.path("id").asText());
  }

  private static ObjectNode error(String code, String message) {
    return Json.object().put("ErrorCode", code).put("ErrorMessage", message);
  }

  /** An event as targets see it, with no resources yet. */
  private ObjectNode event(String detailType, String source, String time, JsonNode detail) {
    ObjectNode event = Json.object().put("version", "0");
    event.put("id", UUID.randomUUID().toString()).put("detail-type", detailType);
    event.put("source", source).put("account", settings.accountId()).put("time", time);
    event.put("region", settings.region()).putArray("resources");
    event.set("detail", detail);
    return event;
  }

  private void accept(String bus, ObjectNode event) {
    seen.accept(bus, event);
    archives.keep(bus, event);
    EventBus rules = buses.get(bus);
    if (rules != null) {
      for (RuleDefinition rule : rules.matching(event)) {
        rule.targets().forEach(target -> delivery.deliver(target, rule.arn(), event));
      }
    }
  }

  /** What a service of AWS says of a resource: it comes over the default bus. */
  public void tell(String source, String detailType, String resource, ObjectNode detail) {
    ObjectNode event = event(detailType, source, now(), detail);
    event.withArray("resources").add(resource);
    accept("default", event);
  }

  /** Fires a rule that has a schedule. */
  public void fire(RuleDefinition rule) {
    ObjectNode event = event("Scheduled Event", "aws.events", now(), Json.object());
    event.withArray("resources").add(rule.arn());
    rule.targets().forEach(target -> delivery.deliver(target, rule.arn(), event));
  }

  /** A target that is a bus gets the event as it is. */
  @Override
  public void send(String arn, Message message) {
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    if (!buses.containsKey(name)) {
      throw new Refused("NO_RESOURCE", "there is no bus " + arn);
    }
    accept(name, (ObjectNode) Json.parse(message.body()));
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
