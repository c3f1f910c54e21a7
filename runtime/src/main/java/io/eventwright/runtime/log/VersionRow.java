package io.eventwright.runtime.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log: audit entry and outbox in one. Where sensitive fields are sealed, {@code state}
 * and the events' data hold the sealed form.
 *
 * @param partition the entity's partition key
 * @param version from 1 on, without gaps
 * @param state the state after, a JSON text; null when the entity has none yet
 * @param schema names what the state's JSON is: {@code entity:<name>}
 * @param events what this version publishes, in order
 * @param last of each event type (without its major) that the entity has published, the sequence of
 *     the latest
 * @param cause why
 * @param at when it was decided, to the millisecond
 * @param previousHash of the version before; {@link RowHash#NONE} for the first
 * @param hash of this row's content and the hash before it
 */
public record VersionRow(
    String partition,
    long version,
    @Nullable String state,
    String schema,
    List<OutboxEvent> events,
    Map<String, String> last,
    Cause cause,
    Instant at,
    String previousHash,
    String hash) {
  public VersionRow {
    events = List.copyOf(events);
    last = Map.copyOf(last);
  }

  /** Without the state, since its text does not tell what is sensitive. */
  @Override
  public String toString() {
    return "VersionRow[partition=%s, version=%d, schema=%s, events=%s, state=%s, hash=%s]"
        .formatted(partition, version, schema, events, state == null ? null : "***", hash);
  }

  /** The same row with the hash that its content has. */
  public VersionRow hashed() {
    return new VersionRow(
        partition, version, state, schema, events, last, cause, at, previousHash, RowHash.of(this));
  }
}
