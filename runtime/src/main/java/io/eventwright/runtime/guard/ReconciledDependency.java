package io.eventwright.runtime.guard;

import java.util.concurrent.Callable;

/**
 * A dependency that can say what became of a call: {@code reconcile: on} in {@code system.yaml}.
 * Before a call is made again, in this attempt or a later one, it is asked, so that an effect whose
 * answer was lost is not had twice. Safe under many threads.
 */
public interface ReconciledDependency {

  /** The name in {@code system.yaml}. */
  String name();

  /**
   * A key that is the same on every retry of one event by one worker; at most 64 characters of
   * letters, digits and dashes.
   */
  String idempotencyKey();

  /**
   * Calls the dependency, after it has been asked, when somebody may have called before; question
   * and call share one time limit. Whatever they throw is a failure of the dependency's, except for
   * {@link Declined}, which passes through.
   *
   * @param reconcile what became of the earlier call
   * @throws DependencyUnavailable when the breaker is open, or the call or the question failed or
   *     took too long; a worker lets it pass, and the message is handed back
   */
  <R> R call(Callable<R> call, Reconcile<R> reconcile) throws DependencyUnavailable;
}
