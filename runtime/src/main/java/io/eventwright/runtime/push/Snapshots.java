package io.eventwright.runtime.push;

import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.push.RowChange.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds changes: of each row only the last one is told, and all rows of a key together. So what is
 * sent grows with the rows that changed, not with how often they did, and the last state of each is
 * among it.
 */
public final class Snapshots {
  /** The service takes 240 KB an event; some of that is what stands around the rows. */
  static final int MOST_BYTES = 200_000;

  private Snapshots() {}

  /**
   * What to publish.
   *
   * @param changes in the order in which they were written
   * @param namespaces the channel namespace of each read model that is shown
   * @return the events of each channel, each the JSON of a snapshot
   */
  public static Map<String, List<String>> of(
      Collection<RowChange> changes, Map<String, String> namespaces) {
    Map<Place, RowChange> last = new LinkedHashMap<>();
    for (RowChange change : changes) {
      if (namespaces.containsKey(change.projection())) {
        last.merge(change.place(), change, (known, next) -> next.isOlderThan(known) ? known : next);
      }
    }
    Map<String, List<RowChange>> byChannel = new LinkedHashMap<>();
    for (RowChange change : last.values()) {
      String channel =
          Channels.of(String.valueOf(namespaces.get(change.projection())), change.key());
      byChannel.computeIfAbsent(channel, each -> new ArrayList<>()).add(change);
    }
    Map<String, List<String>> events = new LinkedHashMap<>();
    byChannel.forEach((channel, rows) -> events.put(channel, snapshots(rows)));
    return events;
  }

  /** Rows of one channel, in as many snapshots as their size asks for. */
  private static List<String> snapshots(List<RowChange> rows) {
    List<String> snapshots = new ArrayList<>();
    List<JsonValue> part = new ArrayList<>();
    int bytes = 0;
    for (RowChange row : rows) {
      JsonValue told = told(row);
      int size = told.toString().getBytes(StandardCharsets.UTF_8).length;
      if (!part.isEmpty() && bytes + size > MOST_BYTES) {
        snapshots.add(snapshot(rows.get(0), part));
        part = new ArrayList<>();
        bytes = 0;
      }
      part.add(told);
      bytes += size;
    }
    snapshots.add(snapshot(rows.get(0), part));
    return snapshots;
  }

  private static String snapshot(RowChange any, List<JsonValue> rows) {
    return JsonObject.builder()
        .put("projection", new JsonString(any.projection()))
        .put("key", new JsonString(any.key()))
        .put("rows", JsonArray.of(rows))
        .build()
        .toString();
  }

  /** A row that is too large for a channel is named, so that the reader fetches it. */
  private static JsonValue told(RowChange row) {
    JsonObject.Builder told =
        JsonObject.builder()
            .put("source", new JsonString(row.source()))
            .put("subject", new JsonString(row.subject()))
            .put("version", new JsonString(row.version()));
    if (row.row().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
      told.put("row", parsed(row.row()));
    }
    return told.build();
  }

  private static JsonValue parsed(String row) {
    try {
      return Json.parse(row);
    } catch (JsonParseFailure e) {
      throw new IllegalStateException("a read model holds what is no JSON", e);
    }
  }
}
