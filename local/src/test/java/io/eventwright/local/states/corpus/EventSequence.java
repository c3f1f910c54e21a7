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
    return recorded.equals(actual)
        || normal(recorded).equals(normal(actual))
        || normal(recorded).equals(normal(asTheRecorderWould(actual)));
  }

  /**
   * Does to the events what the recorder did, in the same loop over the list that it changes: with
   * one Parallel within another this drops more than with one alone.
   */
  private static List<String> asTheRecorderWould(List<String> events) {
    List<String> result = new ArrayList<>(events);
    List<String> within = new ArrayList<>();
    boolean inside = false;
    int start = 0;
    for (int i = 0; i < result.size(); i++) {
      String event = result.get(i);
      if (event.equals("ParallelStateStarted")) {
        inside = true;
        within.clear();
        start = i + 1;
      } else if (event.startsWith("ParallelState") && !event.startsWith("ParallelStateEntered")) {
        List<String> span = result.subList(start, i);
        span.clear();
        span.addAll(within.stream().sorted().toList());
        inside = false;
      } else if (inside) {
        within.add(event);
      }
    }
    return result;
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
