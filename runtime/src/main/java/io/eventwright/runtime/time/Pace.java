package io.eventwright.runtime.time;

/** Whether a batch's next record is begun: when there is time for one like those before it. */
public final class Pace {

  /** Below this not even the first calls of a record come back. */
  private static final long LEAST_MILLIS = 50;

  private final Deadline deadline;
  private final long begun = System.nanoTime();
  private int handled;
  private boolean over;

  public Pace(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Once there was no time there is none, however short the rest might be. */
  public boolean allowsAnother() {
    long average = handled == 0 ? 0 : (System.nanoTime() - begun) / 1_000_000 / handled;
    over = over || !deadline.allows(Math.max(LEAST_MILLIS, average));
    return !over;
  }

  /** One more was handled, whatever came of it; what was handed back untouched does not count. */
  public void handledOne() {
    handled++;
  }
}
