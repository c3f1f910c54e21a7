package io.eventwright.local.schedule;

import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Workers;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Fires what the clock fires, one after the other, and then rests at least as long as the work took
 * that it caused. On a machine that is slower than the pace asked for, schedules would else be at
 * work all the time, and whoever waits for the end of work would wait forever.
 */
final class Turns {

  private static final Duration SHORTEST_REST = Duration.ofMillis(250);

  /** Others' work is waited for as well, so not forever. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final long LOOK_MILLIS = 20;

  private final Workers workers;
  private final Activity activity;
  private final Semaphore turn = new Semaphore(1, true);

  Turns(Workers workers, Activity activity) {
    this.workers = workers;
    this.activity = activity;
  }

  /** Fires again and again: once a period, or as often as the machine keeps up. */
  void every(Duration period, Runnable fire) {
    after(period, period, fire);
  }

  private void after(Duration wait, Duration period, Runnable fire) {
    workers.after(
        wait,
        () -> {
          long begun = System.nanoTime();
          boolean again = true;
          try {
            again = take(fire);
          } finally {
            if (again) {
              Duration left = period.minusNanos(System.nanoTime() - begun);
              after(left.isNegative() ? Duration.ZERO : left, period, fire);
            }
          }
        });
  }

  /** False when the cloud ends. */
  private boolean take(Runnable fire) {
    try {
      turn.acquire();
      try {
        long begun = System.nanoTime();
        fire.run();
        while (activity.working() && System.nanoTime() - begun < LONGEST.toNanos()) {
          Thread.sleep(LOOK_MILLIS);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Thread.sleep(Math.max(took.toMillis(), SHORTEST_REST.toMillis()));
        return true;
      } finally {
        turn.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
