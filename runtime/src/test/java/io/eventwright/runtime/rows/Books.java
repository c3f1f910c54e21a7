package io.eventwright.runtime.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.LogVerifier;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.order.Parking;
import io.eventwright.runtime.store.Page;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.StandIn.BusEntry;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.worker.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What must hold of the tables and the bus when everything has come to rest. */
final class Books {
  private final TestCloud cloud;
  private final Ordering ordering;

  private Books(TestCloud cloud, Ordering ordering) {
    this.cloud = cloud;
    this.ordering = ordering;
  }

  /**
   * Compares everything with a run in order, without doubles and trouble.
   *
   * @param expected each wallet's balance
   * @param ordering of the consumer of what was published
   */
  static void check(TestCloud cloud, long[] expected, Ordering ordering) {
    Books books = new Books(cloud, ordering);
    assertEquals(List.of(), cloud.quarantined());
    assertEquals(List.of(), cloud.deadLettered());
    for (int wallet = 0; wallet < expected.length; wallet++) {
      books.wallet("p-" + wallet, expected[wallet]);
    }
    List<Parking.Entry> parked = new ArrayList<>();
    cloud.runtime().parking().each(parked::add);
    assertEquals(List.of(), parked, "nothing waits any more");
    assertEquals(
        cloud.published().stream().map(Books::identity).distinct().count(),
        cloud.published().stream().map(entry -> entry.text("id")).distinct().count(),
        "one id for each event, however often it was published");
  }

  private void wallet(String player, long balance) {
    EntityState<Wallet> wallet = cloud.runtime().entities(Sample.WALLETS).current(player);
    assertEquals(balance, wallet.orElse(new Wallet(0)).balance(), player);
    List<VersionRow> rows = rows("wallet", player);
    assertEquals(wallet.version(), rows.size());
    List<String> decided = rows.stream().map(row -> row.cause().id()).toList();
    assertEquals(decided.stream().distinct().toList(), decided, "each deposit once");

    List<OutboxEvent> events = rows.stream().flatMap(row -> row.events().stream()).toList();
    List<String> sequences =
        cloud.published().stream()
            .filter(entry -> Objects.equals(entry.text("subject"), "wallet/" + player))
            .map(entry -> String.valueOf(entry.text("sequence")))
            .distinct()
            .toList();
    assertEquals(
        events.stream().map(event -> event.envelope().sequence()).toList(),
        sequences,
        "every version's event is on the bus, first seen in order");

    follower(player, events);
  }

  private void follower(String player, List<OutboxEvent> events) {
    String name = ordering == Ordering.STRICT ? "strict" : "latest";
    List<String> ids = events.stream().map(event -> event.envelope().id()).toList();
    List<String> seen = rows(name, player).stream().map(row -> row.cause().id()).toList();
    if (ordering == Ordering.STRICT) {
      assertEquals(ids, seen, "the strict consumer saw each event once, in order");
    } else {
      assertEquals(
          ids.stream().filter(seen::contains).toList(),
          seen,
          "none was seen twice, and none after a newer one");
      assertEquals(
          ids.isEmpty() ? List.of() : List.of(ids.get(ids.size() - 1)),
          seen.isEmpty() ? List.of() : List.of(seen.get(seen.size() - 1)),
          "and the newest at last");
    }
    EntityState<Wallet> state =
        cloud
            .runtime()
            .entities(Objects.requireNonNull(Sample.follow(name, ordering).changes()))
            .current(player);
    assertEquals(last(events), state.orElse(new Wallet(0)).balance(), name);
  }

  /** What the newest event says. */
  private static long last(List<OutboxEvent> events) {
    return events.isEmpty()
        ? 0
        : Long.parseLong(
            events.get(events.size() - 1).data().replaceAll(".*\"amount\":(\\d+).*", "$1"));
  }

  /** The whole log of an entity, which must verify. */
  private List<VersionRow> rows(String entity, String id) {
    EntityKey key = new EntityKey(entity, id);
    assertEquals(List.of(), new LogVerifier(cloud.runtime().log()).verify(key).findings());
    List<VersionRow> rows = new ArrayList<>();
    Page<VersionRow> page;
    do {
      page = cloud.runtime().log().after(key.partition(), rows.size(), 100);
      rows.addAll(page.items());
    } while (page.next() != null);
    return rows;
  }

  private static String identity(BusEntry entry) {
    return entry.text("subject") + " " + entry.text("sequence");
  }
}
