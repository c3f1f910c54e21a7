package io.eventwright.local.operate.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.projection.Layout;
import io.eventwright.runtime.projection.LayoutTable;
import io.eventwright.runtime.projection.RowVersions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a read model shows an event.
 *
 * @param places where its rows are
 * @param projection the read model
 */
record RowFate(Places places, Consumer projection) {

  Fate of(@Nullable OutboxEvent event) {
    String name = projection.name();
    String views = places.views();
    String control = places.control();
    String key = event == null ? "" : key(Json.parse(event.data()));
    if (event == null || views == null || control == null || key.isEmpty()) {
      return Fate.none(name, "it is in no row that can be told from the event");
    }
    Envelope envelope = event.envelope();
    String subject = envelope.subject();
    String sequence = envelope.sequence();
    if (subject == null || sequence == null) {
      return Fate.none(name, "it has no sequence, and so no row");
    }
    Optional<Layout> layout = new LayoutTable(places.tables(), control).read(name);
    Optional<String> shown =
        layout.flatMap(
            known ->
                new RowVersions(places.tables(), views)
                    .version(known.live(), name, key, envelope.source(), subject));
    String row = "key " + key;
    if (shown.isEmpty()) {
      return Fate.none(name, row + " has no row of its subject yet");
    }
    int newer = shown.get().compareTo(sequence);
    return newer < 0
        ? Fate.none(name, row + " shows " + shown.get() + ", which is older")
        : new Fate(
            name,
            newer == 0 ? Fate.Word.SHOWN : Fate.Word.OVERTAKEN,
            null,
            newer == 0 ? row : row + " shows " + shown.get(),
            null,
            0);
  }

  private String key(JsonNode data) {
    JsonNode at = data;
    for (String part : projection.key()) {
      at = at.path(part);
    }
    return at.isValueNode() ? at.asText() : "";
  }
}
