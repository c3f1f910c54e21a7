package io.eventwright.runtime.commit;

import io.eventwright.runtime.order.CursorMove;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event may be decided on.
 *
 * @param move written with the decision; null when order does not matter
 * @param stale why its time has passed; null when it has not
 */
public record Turn(@Nullable CursorMove move, @Nullable String stale) {
  /** Order does not matter. */
  public static final Turn FREE = new Turn(null, null);

  /** It is the event's turn. */
  public static Turn taken(CursorMove move) {
    return new Turn(move, null);
  }

  /** Its time has passed. */
  public static Turn stale(String why) {
    return new Turn(null, why);
  }
}
