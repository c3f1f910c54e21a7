package io.eventwright.generator.model;

/** With whose key everything that a system keeps is encrypted. */
public enum Encryption {
  /** Keys that AWS owns: nothing to pay, and nobody to ask. */
  AWS_OWNED,
  /** A key that the stack makes, with the policy that all of its parts need. */
  CUSTOMER_KEY,
  /** A key that somebody keeps elsewhere; the stack is told its ARN. */
  EXISTING_KEY
}
