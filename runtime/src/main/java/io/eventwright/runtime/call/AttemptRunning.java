package io.eventwright.runtime.call;

/** Another instance is at the same message, or was killed while it was; the message comes again. */
public final class AttemptRunning extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AttemptRunning() {
    super("another attempt at the same message holds the lease", null, false, false);
  }
}
