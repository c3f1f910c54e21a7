package io.eventwright.local.operate.lookup;

import io.eventwright.runtime.inbox.Inbox;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.store.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what became of an event at each consumer, from what they have written: inbox, order,
 * leases, claims, rows. Reads by keys only, with strong consistency.
 *
 * @param places where that is
 * @param description who the consumers are
 */
public record Fates(Places places, Description description) {

  /**
   * One or more for each consumer that takes the event; of an event that is not known, only those
   * that have handled it.
   */
  public List<Fate> of(Subject subject) {
    List<Fate> fates = new ArrayList<>();
    for (Consumer consumer : subject.askedOf(description.consumers())) {
      fates.addAll(
          switch (consumer.kind()) {
            case WORKER, ROUTE -> List.of(worker(consumer, subject));
            case WINDOW ->
                List.of(
                    new Fate(
                        consumer.name(),
                        Fate.Word.FOLDED,
                        null,
                        "with others of its time; only their fold is remembered",
                        null,
                        0));
            case PROJECTION -> List.of(new RowFate(places, consumer).of(subject.known()));
            case SAGA, EXPRESS -> new SagaFate(places, consumer).of(subject.id());
          });
    }
    if (subject.known() == null) {
      fates.removeIf(fate -> fate.word() == Fate.Word.NONE);
    }
    return List.copyOf(fates);
  }

  private Fate worker(Consumer consumer, Subject subject) {
    String key =
        consumer.kind() == Consumer.Kind.ROUTE
            ? Keys.join(consumer.name(), subject.id())
            : Keys.join(consumer.name(), consumer.source(), subject.id());
    Optional<InboxRow> row = new Inbox(places.tables(), places.inbox()).find(key);
    if (row.isPresent()) {
      return decided(consumer.name(), row.get());
    }
    return new OrderFate(places, consumer)
        .of(subject.known())
        .or(() -> new LeaseFate(places, consumer.name()).of(key))
        .orElseGet(() -> Fate.none(consumer.name(), why(consumer, subject)));
  }

  /** What an inbox row says. */
  static Fate decided(String name, InboxRow row) {
    String code = row.code();
    String reason = row.reason();
    return new Fate(
        name,
        Fate.Word.valueOf(row.outcome().name()),
        row.at(),
        (code == null ? "" : code + ": ") + (reason == null ? "" : reason),
        row.partition(),
        row.version());
  }

  private static String why(Consumer consumer, Subject subject) {
    if (!subject.published()) {
      return "it is not on the bus yet";
    }
    return consumer.filtered()
        ? "it waits, has failed so far, or is not what its where lets through"
        : "it waits, or has failed so far";
  }
}
