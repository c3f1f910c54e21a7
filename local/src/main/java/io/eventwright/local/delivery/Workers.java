package io.eventwright.local.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads that work in the background, all daemons, all ended together. */
public final class Workers implements AutoCloseable {

  private final ExecutorService pool = Executors.newCachedThreadPool(daemon("worker"));
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(daemon("clock"));

  /** Runs it now, on a thread of its own; not at all, when everything has ended. */
  public void run(Runnable work) {
    try {
      pool.execute(work);
    } catch (RejectedExecutionException e) {
      if (!pool.isShutdown()) {
        throw e;
      }
    }
  }

  /** Runs it after a while; never, when everything ends before. */
  public void after(Duration delay, Runnable work) {
    try {
      clock.schedule(() -> run(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      if (!clock.isShutdown()) {
        throw e;
      }
    }
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, "local-cloud-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    clock.shutdownNow();
    pool.shutdownNow();
  }
}
