package io.eventwright.runtime.time;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a call to another service may take, its own retries included: never longer than the
 * invocation that makes it, since what is cut off by Lambda gives back nothing, not even what is
 * done. An invocation is one thread's from its beginning to its end.
 */
public final class CallLimit {
  private static final ThreadLocal<@Nullable Deadline> INVOCATION = new ThreadLocal<>();

  private CallLimit() {}

  /** The invocation whose calls are limited, until it is closed. */
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  /** From now on this thread's calls end before that. */
  public static Scope until(Deadline deadline) {
    Deadline before = INVOCATION.get();
    INVOCATION.set(deadline);
    return () -> {
      if (before == null) {
        INVOCATION.remove();
      } else {
        INVOCATION.set(before);
      }
    };
  }

  /** What is left for a call that may take that long; at least a millisecond. */
  public static Duration of(Duration most) {
    Deadline deadline = INVOCATION.get();
    if (deadline == null) {
      return most;
    }
    long left = Math.max(1, deadline.remainingMillis());
    return left < most.toMillis() ? Duration.ofMillis(left) : most;
  }
}
