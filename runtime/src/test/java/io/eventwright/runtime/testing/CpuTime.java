package io.eventwright.runtime.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

/** Bounds what code costs by the processor's time, which a busy machine does not change. */
public final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long LOOK_MILLIS = 20;

  private CpuTime() {}

  /** Runs code on a thread of its own and gives up once it has used more than that. */
  public static void within(Duration most, Executable code) throws Throwable {
    Throwable[] failure = new Throwable[1];
    Thread thread =
        new Thread(
            () -> {
              try {
                code.execute();
              } catch (Throwable e) {
                failure[0] = e;
              }
            },
            "bounded");
    thread.setDaemon(true);
    thread.start();
    do {
      thread.join(LOOK_MILLIS);
      long used = THREADS.getThreadCpuTime(thread.getId());
      if (used > most.toNanos()) {
        throw new AssertionFailedError("used more than " + most + " of processor time");
      }
    } while (thread.isAlive());
    if (failure[0] != null) {
      throw failure[0];
    }
  }
}
