package io.eventwright.runtime.manage;

import java.util.ArrayList;
import java.util.List;

/**
 * What feeds a worker.
 *
 * @param worker whom
 * @param id the event source mapping's UUID
 */
public record EventSource(String worker, String id) {

  /**
   * Those that the template names.
   *
   * @param text {@code worker=uuid} for each, with spaces between
   */
  public static List<EventSource> list(String text) {
    List<EventSource> sources = new ArrayList<>();
    for (String one : text.trim().split(" +")) {
      int equals = one.indexOf('=');
      if (equals > 0) {
        sources.add(new EventSource(one.substring(0, equals), one.substring(equals + 1)));
      }
    }
    return sources;
  }
}
