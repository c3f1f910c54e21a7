package io.eventwright.local.states.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock and the one line of work that runs by it. Work runs one piece at a time, in the order of
 * its time and, at the same time, in the order it was asked for.
 */
public interface Timeline {
  /** The time it is on this line. */
  Instant now();

  /** Runs the work as soon as all work that is due before it has run. */
  void execute(Runnable work);

  /** Runs the work once the delay has passed; a negative delay is none. */
  Timer schedule(Duration delay, Runnable work);

  /**
   * The same for a pause, in which nothing is waited for that could come: before a retry, or in a
   * state that waits. A line of real time may let it pass sooner.
   */
  default Timer pause(Duration delay, Runnable work) {
    return schedule(delay, work);
  }

  /**
   * Says that something outside is at work whose end this line cannot foresee, e.g. a function that
   * runs on another thread. A virtual clock does not jump while any hold is open; a real one does
   * not care.
   */
  Hold hold();

  /** Work that is still to come. */
  interface Timer {
    /** Forgets the work, if it has not run yet. */
    void cancel();
  }

  /** Closed when the outside work has ended; closing twice is closing once. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }
}
