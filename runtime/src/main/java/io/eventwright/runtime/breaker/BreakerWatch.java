package io.eventwright.runtime.breaker;

/** Is told what happens to breakers, by the thread that it happens to. */
@FunctionalInterface
public interface BreakerWatch {

  /** The shared state cannot be reached, and calls go through; told once for each outage. */
  void storeDown(String dependency, RuntimeException failure);

  /**
   * A call failed, and the breaker is about to look whether it opens: always told before it does.
   *
   * @param percent of the window that has failed, as if the rest of it had not
   * @param opensAt the share at which it opens
   */
  default void failing(String dependency, int percent, int opensAt) {}

  /** It went from one phase to another, by this instance. */
  default void moved(String dependency, Phase from, Phase to) {}
}
