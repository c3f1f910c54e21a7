package io.eventwright.runtime.call;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a call on a thread of its own and stops waiting when the time is up. The thread is
 * interrupted then; one that does not listen stays until its call returns, which is why calls
 * should have time limits of their own too.
 */
final class TimeLimit {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "eventwright-dependency");
            thread.setDaemon(true);
            return thread;
          });

  private TimeLimit() {}

  /** The call's result, within the limit; what it throws passes through. */
  static <R> R run(Callable<R> call, long millis) throws Exception {
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
