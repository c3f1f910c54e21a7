package io.eventwright.local.states.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still while there is work and jumps to the next timer when there is none, so
 * that three days of waiting take milliseconds. Its time never runs backwards.
 *
 * <p>Whoever holds it drives it: {@link #runUntilIdle} or {@link #advance} on the caller's thread,
 * or {@link #start} for a thread of its own.
 */
public final class VirtualTimeline implements Timeline, AutoCloseable {
  private final WorkQueue queue = new WorkQueue();
  private Instant now;
  private int holds;
  private boolean closed;
  private @Nullable Thread thread;

  /** A timeline that begins at the given time. */
  public VirtualTimeline(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void execute(Runnable work) {
    queue.add(now, work);
    notifyAll();
  }

  @Override
  public synchronized Timer schedule(Duration delay, Runnable work) {
    Timer timer = queue.add(delay.isNegative() ? now : now.plus(delay), work);
    notifyAll();
    return timer;
  }

  @Override
  public synchronized Hold hold() {
    holds++;
    AtomicBoolean open = new AtomicBoolean(true);
    return () -> {
      if (open.getAndSet(false)) {
        release();
      }
    };
  }

  private synchronized void release() {
    holds--;
    notifyAll();
  }

  /**
   * Runs all work there is and all it leads to, jumping over the time in between. Waits for open
   * holds. Returns when nothing is left to come.
   */
  public void runUntilIdle() {
    for (Runnable work = next(Instant.MAX, false); work != null; work = next(Instant.MAX, false)) {
      work.run();
    }
  }

  /** Runs all work of the next while, then leaves the clock at its end. Waits for open holds. */
  public void advance(Duration delay) {
    Instant end = now().plus(delay);
    for (Runnable work = next(end, false); work != null; work = next(end, false)) {
      work.run();
    }
    synchronized (this) {
      now = end;
    }
  }

  /** Drives this line on a daemon thread of its own until it is closed. */
  public synchronized void start() {
    if (thread == null) {
      thread = new Thread(this::runUntilClosed, "virtual-timeline");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void runUntilClosed() {
    for (Runnable work = next(Instant.MAX, true); work != null; work = next(Instant.MAX, true)) {
      WorkQueue.runGuarded(work);
    }
  }

  private synchronized @Nullable Runnable next(Instant end, boolean stay) {
    while (!closed) {
      Runnable due = queue.pollDue(now);
      if (due != null) {
        return due;
      }
      WorkQueue.Entry coming = queue.peek();
      if (holds == 0 && coming != null && !coming.time().isAfter(end)) {
        now = coming.time();
      } else if (holds > 0 || stay) {
        try {
          wait();
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          return null;
        }
      } else {
        return null;
      }
    }
    return null;
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
