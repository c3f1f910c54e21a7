package io.eventwright.runtime.outage;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;

/** A clock that jumps from one thing to be done to the next. */
final class VirtualTime extends Clock {
  private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");

  private record Due(long at, long number, Runnable what) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
    }
  }

  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private long now;
  private long number;

  long now() {
    return now;
  }

  void at(long millis, Runnable what) {
    due.add(new Due(Math.max(now, millis), number++, what));
  }

  void in(long millis, Runnable what) {
    at(now + millis, what);
  }

  /** Does the next thing; false when there is none. */
  boolean step() {
    Due next = due.poll();
    if (next == null) {
      return false;
    }
    now = next.at();
    next.what().run();
    return true;
  }

  @Override
  public Instant instant() {
    return BEGIN.plusMillis(now);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
