package io.eventwright.local.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Workers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Workers workers = new Workers();
  private final Activity activity = new Activity();
  private final Turns turns = new Turns(workers, activity);

  @AfterEach
  void end() {
    workers.close();
  }

  @Test
  void whatTakesLongerThanItsPeriodIsAtRestBetweenTurns() throws Exception {
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
    BlockingQueue<Long> ended = new LinkedBlockingQueue<>();
    turns.every(
        Duration.ofMillis(10),
        () -> {
          Activity.Running running = activity.begin();
          begun.add(System.nanoTime());
          most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
          workers.after(
              Duration.ofMillis(100),
              () -> {
                atWork.decrementAndGet();
                ended.add(System.nanoTime());
                running.end();
              });
        });

    begun.take();
    for (int i = 0; i < 3; i++) {
      long end = ended.take();
      long next = begun.take();
      assertTrue(next - end > TimeUnit.MILLISECONDS.toNanos(100), "rested " + (next - end) + " ns");
    }
    assertEquals(1, most.get());
  }

  @Test
  void oneThatFailsIsFiredAgain() throws Exception {
    CountDownLatch fired = new CountDownLatch(2);
    turns.every(
        Duration.ofMillis(1),
        () -> {
          fired.countDown();
          Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {});
          throw new IllegalStateException("as asked");
        });
    assertTrue(fired.await(1, TimeUnit.MINUTES));
  }
}
