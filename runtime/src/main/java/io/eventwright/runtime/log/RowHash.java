package io.eventwright.runtime.log;

import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hash that chains an entity's versions: SHA-256 over the row's content in canonical JSON (RFC
 * 8785), the hash of the row before included, so that no row can be changed, moved or left out
 * without the next one telling.
 */
public final class RowHash {
  /** What stands before the first version. */
  public static final String NONE = "0".repeat(64);

  private RowHash() {}

  /**
   * The hash of a row's content, whatever hash it carries.
   *
   * @throws IllegalStateException when a state or an event's data is not JSON
   */
  public static String of(VersionRow row) {
    JsonObject content =
        JsonObject.builder()
            .put("pk", new JsonString(row.partition()))
            .put("version", JsonNumber.of(row.version()))
            .put("state", row.state() == null ? JsonNull.NULL : json(row.state()))
            .put("schema", new JsonString(row.schema()))
            .put("events", JsonArray.of(row.events().stream().map(RowHash::event).toList()))
            .put("last", last(row))
            .put("cause", cause(row.cause()))
            .put("at", new JsonString(row.at().toString()))
            .put("prev", new JsonString(row.previousHash()))
            .build();
    return Sha256.hex(Json.canonicalBytes(content));
  }

  private static JsonValue event(OutboxEvent event) {
    return json(EnvelopeWriter.write(event.envelope(), event.data()));
  }

  private static JsonValue last(VersionRow row) {
    JsonObject.Builder members = JsonObject.builder();
    new TreeMap<>(row.last()).forEach((type, at) -> members.put(type, new JsonString(at)));
    return members.build();
  }

  private static JsonValue cause(Cause cause) {
    return JsonObject.builder()
        .put("id", new JsonString(cause.id()))
        .put("source", new JsonString(cause.source()))
        .put("type", new JsonString(cause.type()))
        .put("worker", new JsonString(cause.worker()))
        .put("correlationid", new JsonString(cause.correlationid()))
        .put("traceparent", text(cause.traceparent()))
        .build();
  }

  private static JsonValue text(@Nullable String value) {
    return value == null ? JsonNull.NULL : new JsonString(value);
  }

  private static JsonValue json(String text) {
    try {
      return Json.parse(text);
    } catch (JsonParseFailure e) {
      throw new IllegalStateException("a version row holds text that is not JSON", e);
    }
  }
}
