package io.eventwright.local.operate.lookup;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.text;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How often a worker has called its dependencies for an event.
 *
 * @param places where the leases are
 * @param worker its name
 */
record LeaseFate(Places places, String worker) {

  /** Of the event that an inbox key names; empty when nobody was called for it. */
  Optional<Fate> of(String inboxKey) {
    String table = places.control();
    if (table == null) {
      return Optional.empty();
    }
    Map<String, AttributeValue> lease =
        places
            .tables()
            .getItem(
                get ->
                    get.tableName(table)
                        .key(Map.of("pk", text("lease#" + inboxKey)))
                        .consistentRead(true))
            .item();
    long runs = lease == null ? 0 : number(lease, "runs", 0);
    if (lease == null || runs == 0) {
      return Optional.empty();
    }
    long until = number(lease, "until", 0);
    boolean ended = "ended".equals(lease.get("owner").s());
    String busy = ended ? "; it rests before the next" : "; one runs now, or was cut off";
    String now = until > Instant.now().toEpochMilli() ? busy : "";
    return Optional.of(
        new Fate(
            worker,
            Fate.Word.ATTEMPTED,
            null,
            "%d times, %d of which count%s".formatted(runs, number(lease, "attempt", 0), now),
            null,
            0));
  }
}
