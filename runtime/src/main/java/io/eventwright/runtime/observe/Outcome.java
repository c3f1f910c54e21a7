package io.eventwright.runtime.observe;

/** What became of one record; the word that the log says and the metric that counts it. */
public enum Outcome {
  /** The entity got its next version. */
  APPLIED("applied", "Applied"),
  /** It was decided that nothing changes. */
  UNCHANGED("unchanged", "Unchanged"),
  /** The worker refused, for good. */
  REFUSED("refused", "Refused"),
  /** It was handled before. */
  DUPLICATE("duplicate", "Deduplicated"),
  /** It came before its turn, and waits. */
  PARKED("parked", "Parked"),
  /** Something newer of its subject had been taken. */
  STALE("stale", "Stale"),
  /** It can never succeed. */
  QUARANTINED("quarantined", "Quarantined"),
  /** It has failed as often as it may, and waits among the dead letters for somebody. */
  DEAD_LETTERED("dead-lettered", "DeadLettered"),
  /** It failed, and comes again. */
  RETRIED("retried", "Retried"),
  /** A dependency is not available; it comes again, later. */
  DEFERRED("deferred", "Deferred"),
  /** There was no time for it; it comes again. */
  HANDED_BACK("handed-back", "HandedBack");

  private final String word;
  private final String metric;

  Outcome(String word, String metric) {
    this.word = word;
    this.metric = metric;
  }

  /** In log lines. */
  public String word() {
    return word;
  }

  /** In metrics. */
  public String metric() {
    return metric;
  }

  /** Whether something went wrong: a refusal is an answer, and no error. */
  public boolean isError() {
    return this == QUARANTINED || this == DEAD_LETTERED || this == RETRIED || this == DEFERRED;
  }

  /** Whether the record must come again. */
  public boolean comesAgain() {
    return this == RETRIED || this == DEFERRED || this == HANDED_BACK;
  }
}
