package io.eventwright.local.states.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All events of one execution, in their order. */
public final class History {
  private final List<HistoryEvent> events = new ArrayList<>();

  /** Writes an event down and gives its number. */
  public synchronized long add(
      Instant time, String type, long previous, Map<String, @Nullable Object> details) {
    long id = events.size() + 1L;
    events.add(new HistoryEvent(id, previous, time, type, details));
    return id;
  }

  /** How many events there are. */
  public synchronized int size() {
    return events.size();
  }

  /** A copy of what happened so far. */
  public synchronized List<HistoryEvent> events() {
    return List.copyOf(events);
  }
}
