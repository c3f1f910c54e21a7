package io.eventwright.runtime.publish;

import java.util.Map;

/** The bus did not take some events, after retries. Those that it names were not published. */
public final class NotPublished extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<PreparedEvent, String> reasons;

  NotPublished(Map<PreparedEvent, String> reasons) {
    super(reasons.size() + " events were not published: " + reasons.values());
    this.reasons = Map.copyOf(reasons);
  }

  /** The events, with the bus's reason. */
  public Map<PreparedEvent, String> reasons() {
    return reasons;
  }
}
