package io.eventwright.local.api;

/** The authorizer does not let a request through. */
final class Unauthorized extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  Unauthorized(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
