package io.eventwright.runtime.function;

import io.eventwright.runtime.commit.Turn;
import io.eventwright.runtime.commit.Turns;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.order.Cursor;
import io.eventwright.runtime.order.CursorMove;
import io.eventwright.runtime.order.OrderKey;
import io.eventwright.runtime.order.OrderTable;
import io.eventwright.runtime.store.Timestamps;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The turn of one event among those of its type and subject. Used by one thread. */
final class SubjectTurns implements Turns {
  private final OrderTable table;
  private final Clock clock;
  private final String partition;
  private final String sequence;
  private final @Nullable String previous;
  private Cursor seen;
  private boolean parked;
  private boolean asked;

  /** The turn of an event that comes from outside. */
  static SubjectTurns of(OrderTable table, Clock clock, String worker, RawEvent event)
      throws Rejection {
    SubjectTurns turns = new SubjectTurns(table, clock, worker, event);
    turns.look();
    return turns;
  }

  /** The turn of an event that waits, as the cursor was just seen. */
  static SubjectTurns ofParked(
      OrderTable table, Clock clock, String worker, RawEvent event, Cursor seen) throws Rejection {
    SubjectTurns turns = new SubjectTurns(table, clock, worker, event);
    turns.seen = seen;
    turns.parked = true;
    return turns;
  }

  private SubjectTurns(OrderTable table, Clock clock, String worker, RawEvent event)
      throws Rejection {
    Envelope envelope = event.envelope();
    OrderKey key = OrderKey.of(worker, envelope);
    String own = envelope.sequence();
    if (key == null || own == null) {
      throw new Rejection(
          Reason.NO_SEQUENCE,
          "the event has no " + (own == null ? "sequence" : "subject") + ", and so no order");
    }
    this.table = table;
    this.clock = clock;
    this.partition = key.partition();
    this.sequence = own;
    this.previous = envelope.previous();
    this.seen = Cursor.NONE;
  }

  @Override
  public Turn take() {
    if (asked) {
      // Something has moved since.
      look();
      parked = false;
    }
    asked = true;
    if (seen.isPast(sequence)) {
      return Turn.stale(sequence + " came after " + seen.last());
    }
    boolean wasParked = parked || (seen.parked() > 0 && table.waits(partition, sequence));
    return Turn.taken(table.step(partition, seen, sequence, wasParked, Timestamps.now(clock)));
  }

  /** Whether something is missing before the event, as the cursor was last seen. */
  boolean hasGap() {
    return !seen.isPast(sequence) && seen.hasGapBefore(previous);
  }

  /** Looks at the cursor anew. */
  void look() {
    seen = table.cursor(partition);
  }

  Cursor seen() {
    return seen;
  }

  String partition() {
    return partition;
  }

  String sequence() {
    return sequence;
  }

  @Nullable String previous() {
    return previous;
  }

  /**
   * Steps on when the event turned out to be decided, which may have been before there was a
   * cursor.
   */
  void stepOverKnown() {
    if (!seen.isPast(sequence)) {
      look();
      CursorMove move = take().move();
      if (move != null) {
        table.move(move);
      }
    }
  }
}
