package io.eventwright.runtime.secret;

/** A secret cannot be read: it is not there, or its role does not allow it, or nobody answers. */
public final class SecretUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which and why, and nothing of what is in it. */
  public SecretUnavailable(String message) {
    super(message);
  }

  /** The same with what happened. */
  public SecretUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
