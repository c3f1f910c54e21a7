package io.eventwright.runtime.guard;

import java.util.concurrent.Callable;

/**
 * Something outside that can fail, called through a guard: time limit, retries, circuit breaker.
 * Safe under many threads.
 */
public interface Dependency {

  /** The name in {@code system.yaml}. */
  String name();

  /**
   * A key that is the same on every retry of one event by one worker, for the callee to recognise a
   * repeated call by; at most 64 characters of letters, digits and dashes.
   */
  String idempotencyKey();

  /**
   * Calls the dependency. Whatever the call throws is a failure of the dependency's, except for
   * {@link Declined}, which passes through.
   *
   * @throws DependencyUnavailable when the breaker is open, or the call failed or took too long; a
   *     worker lets it pass, and the message is handed back
   */
  <R> R call(Callable<R> call) throws DependencyUnavailable;
}
