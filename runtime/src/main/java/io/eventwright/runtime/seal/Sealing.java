package io.eventwright.runtime.seal;

import java.util.List;

/**
 * What of a document is sealed, and whose it is.
 *
 * @param kind of whom it is about, such as {@code player}
 * @param subject path of the text that names them; itself never sealed
 * @param paths of what is sealed, each ending in the name of an optional member; {@code *} stands
 *     for every item of a list or value of a map on the way
 */
public record Sealing(String kind, List<String> subject, List<List<String>> paths) {
  public Sealing {
    subject = List.copyOf(subject);
    paths = paths.stream().map(List::copyOf).toList();
  }
}
