package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.operate.lookup.Mask;
import io.eventwright.runtime.log.Cause;
import io.eventwright.runtime.log.EntityLog;
import io.eventwright.runtime.log.VersionRow;
import org.jspecify.annotations.Nullable;

/** A version of an entity as a person reads it: the same in every command that shows one. */
final class VersionEntry {

  private VersionEntry() {}

  /**
   * When, why, the states before and after, what it published, and its place in the chain.
   *
   * @param before the state of the version before; null for none
   * @param mask hides what is sensitive
   */
  static ObjectNode of(VersionRow row, @Nullable String before, Mask mask) {
    ObjectNode entry = Json.object();
    entry.put("entity", row.partition());
    entry.put("version", row.version());
    entry.put("at", row.at().toString());
    Cause cause = row.cause();
    ObjectNode why = entry.putObject("cause");
    why.put("id", cause.id()).put("source", cause.source()).put("type", cause.type());
    why.put("worker", cause.worker()).put("journey", cause.correlationid());
    if (cause.traceparent() != null) {
      why.put("trace", cause.traceparent());
    }
    if (before != null) {
      entry.set("before", mask.show(row.schema(), before));
    }
    String after = row.state();
    if (after != null) {
      entry.set("after", mask.show(row.schema(), after));
    }
    row.events()
        .forEach(
            event ->
                entry
                    .withArray("published")
                    .addObject()
                    .put("id", event.envelope().id())
                    .put("type", event.envelope().type()));
    entry.put("previousHash", row.previousHash());
    entry.put("hash", row.hash());
    return entry;
  }

  /** The state of the version before, which a row does not repeat; null for none. */
  static @Nullable String before(EntityLog log, VersionRow row) {
    return row.version() == 1
        ? null
        : log.at(row.partition(), row.version() - 1).map(VersionRow::state).orElse(null);
  }
}
