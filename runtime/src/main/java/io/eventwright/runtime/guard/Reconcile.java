package io.eventwright.runtime.guard;

import java.util.Optional;

/** Asks a callee what became of an earlier call with the same idempotency key. */
@FunctionalInterface
public interface Reconcile<R> {

  /**
   * The earlier call's result; empty when it had no effect, so that it may be made now.
   *
   * @throws Exception when the callee does not say: that is a failure like any other of it, and no
   *     call is made
   */
  Optional<R> outcome() throws Exception;
}
