package io.eventwright.local.operate.lookup;

import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.order.Cursor;
import io.eventwright.runtime.order.OrderKey;
import io.eventwright.runtime.order.OrderTable;
import io.eventwright.runtime.order.Parking;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a worker that keeps an order has made of an event that is in no inbox.
 *
 * @param places where its rows are
 * @param consumer the worker
 */
record OrderFate(Places places, Consumer consumer) {

  Optional<Fate> of(@Nullable OutboxEvent event) {
    String table = places.order();
    if (event == null || table == null || !consumer.ordered()) {
      return Optional.empty();
    }
    OrderKey key = OrderKey.of(consumer.name(), event.envelope());
    String sequence = event.envelope().sequence();
    if (key == null || sequence == null) {
      return Optional.empty();
    }
    Optional<Fate> parked =
        new Parking(places.tables(), table)
            .show(key.partition(), sequence)
            .map(
                waits ->
                    new Fate(
                        consumer.name(),
                        Fate.Word.PARKED,
                        waits.at(),
                        "waits for "
                            + waits.previous()
                            + "; parked show '"
                            + key.partition()
                            + "' "
                            + sequence,
                        null,
                        0));
    if (parked.isPresent()) {
      return parked;
    }
    Cursor cursor = new OrderTable(places.tables(), table).cursor(key.partition());
    return cursor.isPast(sequence)
        ? Optional.of(
            new Fate(
                consumer.name(),
                Fate.Word.PASSED,
                null,
                "its subject has come to " + cursor.last() + "; should it still come it is stale",
                null,
                0))
        : Optional.empty();
  }
}
