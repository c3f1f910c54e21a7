package io.eventwright.local.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Knows whether anything is still under way, so that a test can wait for the end of it. */
public final class Activity {

  private final AtomicInteger underWay = new AtomicInteger();
  private final List<BooleanSupplier> busy = new CopyOnWriteArrayList<>();

  /** Something begins. */
  public Running begin() {
    underWay.incrementAndGet();
    return underWay::decrementAndGet;
  }

  /** Adds a part that is asked. */
  public void ask(BooleanSupplier isBusy) {
    busy.add(isBusy);
  }

  /** Whether nothing is under way at this moment. */
  public boolean idle() {
    return underWay.get() == 0 && busy.stream().noneMatch(BooleanSupplier::getAsBoolean);
  }

  /** Something under way. */
  @FunctionalInterface
  public interface Running {
    /** It has ended; to be called once. */
    void end();
  }
}
