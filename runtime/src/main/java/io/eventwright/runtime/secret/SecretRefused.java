package io.eventwright.runtime.secret;

/**
 * The callee does not take the secret, as with {@code HTTP 401}: thrown by what is given to {@link
 * Secret#using}, which then looks whether there is a newer one.
 */
public final class SecretRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says who refused; the secret is no part of it. */
  public SecretRefused(String message) {
    super(message);
  }
}
