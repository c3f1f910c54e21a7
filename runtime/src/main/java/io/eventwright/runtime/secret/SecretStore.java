package io.eventwright.runtime.secret;

/** Where secrets are kept. Safe under many threads. */
@FunctionalInterface
public interface SecretStore {

  /**
   * Reads a secret's current version.
   *
   * @param reference its ARN or name
   * @throws SecretUnavailable when it cannot be read
   */
  String read(String reference) throws SecretUnavailable;
}
