package io.eventwright.local.states.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time on the wall, with one daemon thread that runs the work. */
public final class WallTimeline implements Timeline, AutoCloseable {
  private final WorkQueue queue = new WorkQueue();
  private final double speed;
  private boolean closed;

  /** A timeline whose thread runs until it is closed. */
  public WallTimeline() {
    this(1);
  }

  /**
   * The same, with shorter pauses.
   *
   * @param speed how much sooner they end; 1 for not at all
   */
  public WallTimeline(double speed) {
    this.speed = speed;
    Thread thread = new Thread(this::runUntilClosed, "wall-timeline");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public synchronized void execute(Runnable work) {
    // The beginning of time: before every timer, in the order of asking.
    queue.add(Instant.EPOCH, work);
    notifyAll();
  }

  @Override
  public synchronized Timer schedule(Duration delay, Runnable work) {
    Timer timer = queue.add(delay.isNegative() ? now() : now().plus(delay), work);
    notifyAll();
    return timer;
  }

  @Override
  public Timer pause(Duration delay, Runnable work) {
    return schedule(Duration.ofMillis((long) (delay.toMillis() / speed)), work);
  }

  @Override
  public Hold hold() {
    return () -> {};
  }

  private void runUntilClosed() {
    for (Runnable work = next(); work != null; work = next()) {
      WorkQueue.runGuarded(work);
    }
  }

  private synchronized @Nullable Runnable next() {
    while (!closed) {
      Runnable due = queue.pollDue(now());
      if (due != null) {
        return due;
      }
      WorkQueue.Entry coming = queue.peek();
      try {
        if (coming == null) {
          wait();
        } else {
          wait(Math.max(1, Duration.between(now(), coming.time()).toMillis()));
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
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
