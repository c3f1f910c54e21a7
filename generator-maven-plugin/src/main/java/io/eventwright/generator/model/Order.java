package io.eventwright.generator.model;

/** What a worker makes of events that arrive out of the order in which they came about. */
public enum Order {
  /** Any order gives the same result. */
  COMMUTATIVE("commutative"),
  /** An event older than the newest applied one is dropped. */
  LATEST_WINS("latest-wins"),
  /** An event waits until those before it were applied. */
  STRICT("strict");

  private final String word;

  Order(String word) {
    this.word = word;
  }

  /** As it is written in {@code system.yaml}. */
  public String word() {
    return word;
  }
}
