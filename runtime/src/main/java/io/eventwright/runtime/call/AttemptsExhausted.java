package io.eventwright.runtime.call;

/**
 * A message has had as many attempts at its dependencies as it may; it is given up, with its
 * reason.
 */
public final class AttemptsExhausted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AttemptsExhausted(long attempts) {
    super("given up after " + attempts + " attempts", null, false, false);
  }
}
