package io.eventwright.local.operate.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One that takes events.
 *
 * @param kind what it is, which tells where its marks are
 * @param name as its rows have it
 * @param source of what it takes
 * @param takes types on the wire; empty for what is no event of a schema
 * @param filtered whether it takes only some of them
 * @param ordered whether it keeps an order, and so rows in the order table
 * @param key path of the key of a projection's rows; empty for the others
 * @param steps of a saga: names that its inbox rows have
 */
public record Consumer(
    Kind kind,
    String name,
    String source,
    List<String> takes,
    boolean filtered,
    boolean ordered,
    List<String> key,
    List<String> steps) {
  public Consumer {
    takes = List.copyOf(takes);
    key = List.copyOf(key);
    steps = List.copyOf(steps);
  }

  /** What takes events. */
  public enum Kind {
    /** Decides on each, and remembers that in its inbox. */
    WORKER,
    /** Folds many into one decision. */
    WINDOW,
    /** Writes rows that carry the sequence of their event. */
    PROJECTION,
    /** Starts an execution for each. */
    SAGA,
    /** A saga that runs by the event's id, perhaps more than once, and leaves no execution. */
    EXPRESS,
    /** Takes requests, whose id the journey has. */
    ROUTE
  }

  static Consumer of(JsonNode entry) {
    return new Consumer(
        Kind.valueOf(entry.path("kind").asText().toUpperCase(Locale.ROOT)),
        entry.path("name").asText(),
        entry.path("source").asText(),
        texts(entry.path("takes")),
        entry.path("filtered").asBoolean(),
        !entry.path("order").asText("commutative").equals("commutative"),
        texts(entry.path("key")),
        texts(entry.path("steps")));
  }

  /** Names in a JSON array. */
  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
