package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.operate.lookup.Description;
import io.eventwright.local.operate.lookup.EventSearch;
import io.eventwright.local.operate.lookup.Fate;
import io.eventwright.local.operate.lookup.Mask;
import io.eventwright.local.operate.lookup.Subject;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.log.EntityLog;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.relay.Watermark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an event, as one object, and that as text.
 *
 * @param target the system
 * @param mask hides what is sensitive
 */
record EventReport(Target target, Mask mask) {

  /** An event that was found, with whether it is on the bus. */
  Subject subject(EventSearch.Found found) {
    long published =
        new Watermark(target.tables(), target.places().log()).read(found.row().partition());
    return new Subject(
        found.event().envelope().id(), found.event(), published >= found.row().version());
  }

  /** The event and why it is there; its consumers, when they were asked. */
  ObjectNode json(EventSearch.Found found, @Nullable List<Fate> fates) {
    Envelope envelope = found.event().envelope();
    VersionRow row = found.row();
    ObjectNode json = Json.object();
    json.put("id", envelope.id()).put("type", envelope.type()).put("source", envelope.source());
    put(json, "subject", envelope.subject());
    put(json, "sequence", envelope.sequence());
    put(json, "previous", envelope.previous());
    json.put("at", row.at().toString());
    put(json, "journey", envelope.correlationid());
    put(json, "causedBy", envelope.causationid());
    put(json, "trace", envelope.traceparent());
    json.put("entity", row.partition()).put("version", row.version());
    json.put("by", row.cause().worker());
    if (fates != null) {
      json.set("consumers", fates(fates));
    }
    return json;
  }

  /** Everything that is known. */
  ObjectNode whole(
      String id, EventSearch.@Nullable Found found, List<Fate> fates, List<KeptEvents.Kept> kept) {
    ObjectNode json = found == null ? Json.object().put("id", id) : json(found, null);
    if (found != null) {
      json.put("onTheBus", subject(found).published());
      json.set("data", mask.show(found.event().envelope().type(), found.event().data()));
      String before = VersionEntry.before(log(), found.row());
      json.set("decision", VersionEntry.of(found.row(), before, mask));
    }
    json.set("consumers", fates(fates));
    ArrayNode lies = json.putArray("kept");
    kept.forEach(
        each ->
            lies.addObject()
                .put("where", each.where())
                .put("id", each.named())
                .put("consumer", each.consumer())
                .put("why", each.why()));
    return json;
  }

  /** Where it lies: in quarantine, or with those who have not come to a decision. */
  List<KeptEvents.Kept> kept(String id, List<Fate> fates, Description description, int most) {
    KeptEvents events = new KeptEvents(target, description.system(), most);
    List<KeptEvents.Kept> kept = new ArrayList<>(events.inQuarantine(id));
    List<String> undecided =
        description.consumers().stream()
            .map(consumer -> consumer.name())
            .filter(name -> fates.stream().noneMatch(fate -> decided(fate, name)))
            .map(Names::consumer)
            .toList();
    kept.addAll(events.amongDeadLetters(id, undecided));
    return kept;
  }

  private static boolean decided(Fate fate, String consumer) {
    return fate.consumer().equals(consumer)
        && fate.word() != Fate.Word.NONE
        && fate.word() != Fate.Word.ATTEMPTED
        && fate.word() != Fate.Word.FOLDED;
  }

  /** What a decision of a consumer led to is in the version that it made. */
  private ArrayNode fates(List<Fate> fates) {
    ArrayNode all = Json.array();
    for (Fate fate : fates) {
      ObjectNode json = all.addObject();
      json.put("consumer", fate.consumer()).put("outcome", fate.word().word());
      put(json, "at", fate.at() == null ? null : fate.at().toString());
      put(json, "detail", fate.detail().isEmpty() ? null : fate.detail());
      String entity = fate.entity();
      if (entity != null) {
        json.put("entity", entity).put("version", fate.version());
        if (fate.word() == Fate.Word.APPLIED || fate.word() == Fate.Word.ENDED) {
          log().at(entity, fate.version()).stream()
              .flatMap(row -> row.events().stream())
              .forEach(
                  event ->
                      json.withArray("published")
                          .addObject()
                          .put("id", event.envelope().id())
                          .put("type", event.envelope().type()));
        }
      }
    }
    return all;
  }

  private EntityLog log() {
    return new EntityLog(target.tables(), target.places().log());
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  /** One line of a list. */
  static String line(EventSearch.Found found) {
    Envelope envelope = found.event().envelope();
    return "%s  %-24s %s  %s  by %s  %s v%d"
        .formatted(
            found.row().at(),
            envelope.type(),
            envelope.id(),
            envelope.subject() == null ? "-" : envelope.subject(),
            found.row().cause().worker(),
            found.row().partition(),
            found.row().version());
  }

  /** A line for each consumer; none when they were not asked. */
  static List<String> lines(@Nullable List<Fate> fates) {
    return fates == null
        ? List.of()
        : fates.stream()
            .map(
                fate ->
                    line(
                        fate.consumer(),
                        fate.word().word(),
                        fate.at() == null ? "" : fate.at().toString(),
                        fate.entity() == null ? "" : fate.entity() + " v" + fate.version(),
                        fate.detail()))
            .toList();
  }

  private static String line(
      String consumer, String outcome, String at, String entity, String detail) {
    return "    %-20s %-10s %-24s %s  %s"
        .formatted(consumer, outcome, at, entity, detail)
        .stripTrailing();
  }

  /** The same as a person reads it. */
  List<String> text(ObjectNode shown, String remark) {
    List<String> lines = new ArrayList<>();
    if (!remark.isEmpty()) {
      lines.add(remark);
    } else {
      lines.add(shown.path("type").asText() + "  " + shown.path("id").asText());
      for (String name :
          List.of(
              "source",
              "subject",
              "sequence",
              "previous",
              "at",
              "by",
              "journey",
              "causedBy",
              "trace",
              "onTheBus")) {
        if (shown.has(name)) {
          lines.add("  %-9s %s".formatted(name, shown.path(name).asText()));
        }
      }
      lines.add("  data      " + Json.write(shown.path("data")));
      lines.add("decision");
      lines.add(Json.pretty(shown.path("decision")));
    }
    lines.add("consumers");
    for (JsonNode each : shown.path("consumers")) {
      lines.add(
          line(
              each.path("consumer").asText(),
              each.path("outcome").asText(),
              each.path("at").asText(),
              each.has("entity")
                  ? each.path("entity").asText() + " v" + each.path("version").asLong()
                  : "",
              each.path("detail").asText()));
      for (JsonNode event : each.path("published")) {
        lines.add(
            "      published %s  %s"
                .formatted(event.path("type").asText(), event.path("id").asText()));
      }
    }
    for (JsonNode each : shown.path("kept")) {
      lines.add(
          "in %s  %s  %s  %s"
              .formatted(
                  each.path("where").asText(),
                  each.path("consumer").asText(),
                  each.path("id").asText(),
                  each.path("why").asText())
              .stripTrailing());
    }
    return lines;
  }
}
