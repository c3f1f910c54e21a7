package io.eventwright.local.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Knows whether anything is still under way, so that a test can wait for the end of it. */
public final class Activity {

  /**
   * Looks that find nothing under way after which nothing is even if something began during each of
   * them: a schedule's function does, again and again, and slow machines never see a look without.
   */
  private static final int QUIET_ENOUGH = 8;

  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong begun = new AtomicLong();
  private final List<Part> parts = new CopyOnWriteArrayList<>();

  private record Part(String name, BooleanSupplier busy) {}

  /** Something begins. */
  public Running begin() {
    begun.incrementAndGet();
    underWay.incrementAndGet();
    return underWay::decrementAndGet;
  }

  /** Adds a part that is asked. */
  public void ask(String name, BooleanSupplier isBusy) {
    parts.add(new Part(name, isBusy));
  }

  /** Whether anything that began has not ended; costs nothing to ask. */
  public boolean working() {
    return underWay.get() > 0;
  }

  /**
   * How often something has begun. Parts are asked one after the other, and work that moves
   * meanwhile from one to another may be seen in neither: who has counted before and counts the
   * same afterwards knows that nothing moved.
   */
  public long begun() {
    return begun.get();
  }

  /** Whether nothing is under way at this moment. */
  public boolean idle() {
    return !working() && parts.stream().noneMatch(part -> part.busy().getAsBoolean());
  }

  /**
   * Waits until nothing is under way.
   *
   * @return false if the time ran out
   */
  public boolean awaitIdle(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    int quiet = 0;
    boolean still = false;
    while (quiet < 2 || !still && quiet < QUIET_ENOUGH) {
      if (System.nanoTime() > end) {
        return false;
      }
      long before = begun.get();
      quiet = idle() ? quiet + 1 : 0;
      still = quiet > 0 && (still || begun.get() == before);
      Thread.sleep(quiet == 1 ? 30 : 20);
    }
    return true;
  }

  /** What is under way at this moment, for a person to read; empty if nothing is. */
  public List<String> busyWith() {
    List<String> busy = new ArrayList<>();
    int running = underWay.get();
    if (running > 0) {
      busy.add(running + (running == 1 ? " delivery or invocation" : " deliveries or invocations"));
    }
    parts.stream().filter(part -> part.busy().getAsBoolean()).map(Part::name).forEach(busy::add);
    return busy;
  }

  /** Something under way. */
  @FunctionalInterface
  public interface Running {
    /** It has ended; to be called once. */
    void end();
  }
}
