package io.eventwright.runtime.rebuild;

import java.util.List;

/** Has a projection's own function write events into one generation only. */
@FunctionalInterface
public interface Feeder {

  /**
   * Writes them.
   *
   * @param generation the one that is built; 0 with no events asks what the projection takes
   * @param events CloudEvents, each a JSON text
   */
  Fed feed(long generation, List<String> events);
}
