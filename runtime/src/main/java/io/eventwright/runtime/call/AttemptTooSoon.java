package io.eventwright.runtime.call;

/** The message rests after an attempt that failed; it comes again. */
public final class AttemptTooSoon extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AttemptTooSoon() {
    super("the message rests after an attempt that failed", null, false, false);
  }
}
