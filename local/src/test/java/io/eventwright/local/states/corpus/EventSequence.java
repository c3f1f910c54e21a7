package io.eventwright.local.states.corpus;

import io.eventwright.local.states.history.HistoryEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The types of events, with the names of states. The recorder sorted what happened within the
 * branches of a Parallel and dropped the event that ends them, because branches race; so the same
 * is done to both sides before they are compared.
 */
final class EventSequence {
  private EventSequence() {}

  static List<String> recorded(List<@Nullable Object> events) {
    List<String> names = new ArrayList<>();
    for (Object event : events) {
      List<?> pair = (List<?>) event;
      names.add(
          name(
              String.valueOf(pair == null ? null : pair.get(0)),
              pair == null ? null : pair.get(1)));
    }
    return names;
  }

  static List<String> actual(List<HistoryEvent> history) {
    return history.stream().map(event -> name(event.type(), event.stateName())).toList();
  }

  private static String name(String type, @Nullable Object state) {
    return state == null ? type : type + " " + state;
  }

  static boolean same(List<String> recorded, List<String> actual) {
    return recorded.equals(actual) || normal(recorded).equals(normal(actual));
  }

  private static List<String> normal(List<String> events) {
    List<String> normal = new ArrayList<>();
    List<String> racing = new ArrayList<>();
    boolean within = false;
    for (String event : events) {
      boolean starts = event.equals("ParallelStateStarted");
      boolean ends = event.equals("ParallelStateSucceeded") || event.equals("ParallelStateFailed");
      if (starts || ends || event.startsWith("ParallelStateExited")) {
        Collections.sort(racing);
        normal.addAll(racing);
        racing.clear();
        within = starts;
        if (!ends) {
          normal.add(event);
        }
      } else if (within) {
        racing.add(event);
      } else {
        normal.add(event);
      }
    }
    Collections.sort(racing);
    normal.addAll(racing);
    return normal;
  }
}
