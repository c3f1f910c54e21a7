package io.eventwright.runtime.function;

import org.jspecify.annotations.Nullable;

/** An event that was called with could not be handled now; Lambda is to try again. */
public final class NotHandled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotHandled(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
