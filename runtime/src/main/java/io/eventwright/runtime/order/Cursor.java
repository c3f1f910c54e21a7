package io.eventwright.runtime.order;

import org.jspecify.annotations.Nullable;

/**
 * How far a consumer has come.
 *
 * @param last the sequence of the newest event that was decided; null for none yet
 * @param parked how many later ones wait
 */
public record Cursor(@Nullable String last, long parked) {
  /** Where everybody begins. */
  public static final Cursor NONE = new Cursor(null, 0);

  /** Whether an event of that sequence has been passed, by itself or by a newer one. */
  public boolean isPast(String sequence) {
    return last != null && last.compareTo(sequence) >= 0;
  }

  /** Whether something is missing before an event that follows {@code previous}. */
  public boolean hasGapBefore(@Nullable String previous) {
    return previous != null && (last == null || last.compareTo(previous) < 0);
  }
}
