package io.eventwright.runtime.commit;

import org.jspecify.annotations.Nullable;

/** Nothing is wrong with the message, but it could not be handled now; it comes again. */
public final class TryAgain extends Exception {
  private static final long serialVersionUID = 1L;

  public TryAgain(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
