package io.eventwright.local.operate.lookup;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event at one consumer.
 *
 * @param consumer whose name is shown
 * @param word what became of it
 * @param at when; null when nothing says so
 * @param detail why, or what else there is to say; empty for nothing
 * @param entity the partition that it was decided on; null for none
 * @param version of that entity after the decision; 0 for none
 */
public record Fate(
    String consumer,
    Word word,
    @Nullable Instant at,
    String detail,
    @Nullable String entity,
    long version) {

  /** What can become of an event. */
  public enum Word {
    APPLIED,
    UNCHANGED,
    REFUSED,
    STALE,
    /** Waits for one before it. */
    PARKED,
    /** A newer one of its subject was decided on, and this one never. */
    PASSED,
    /** Its dependencies were called, and no decision was come to yet. */
    ATTEMPTED,
    /** A read model shows it. */
    SHOWN,
    /** A read model shows a newer one of its subject. */
    OVERTAKEN,
    /** A saga's execution runs, or waits for somebody. */
    STARTED,
    /** A saga's execution is over. */
    ENDED,
    /** Goes into one decision with others. */
    FOLDED,
    /** There is no trace of it. */
    NONE;

    /** As it is printed. */
    public String word() {
      return this == NONE ? "no trace" : name().toLowerCase(Locale.ROOT);
    }
  }

  static Fate none(String consumer, String detail) {
    return new Fate(consumer, Word.NONE, null, detail, null, 0);
  }
}
