package io.eventwright.runtime.call;

import io.eventwright.runtime.time.Deadline;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long one try may take, all of it. What runs does so on a thread of its own, and nobody waits
 * for it when the time is up. The thread is interrupted then; one that does not listen stays until
 * its call returns, which is why calls should have time limits of their own too.
 *
 * @param left what is left of it
 */
record TimeLimit(Deadline left) {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "eventwright-dependency");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * The call's result; what it throws passes through.
   *
   * @throws TimeoutException when the time is up, or was before the call
   */
  <R> R run(Callable<R> call) throws Exception {
    long millis = left.remainingMillis();
    if (millis <= 0) {
      throw new TimeoutException();
    }
    Future<R> running = THREADS.submit(call);
    try {
      return running.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException | CancellationException e) {
      running.cancel(true);
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw e;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      throw cause instanceof Exception exception ? exception : e;
    }
  }
}
