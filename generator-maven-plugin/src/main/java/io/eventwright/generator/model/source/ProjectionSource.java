package io.eventwright.generator.model.source;

import java.util.List;

/**
 * A projection.
 *
 * @param name kebab case
 * @param from events that feed it
 * @param key path of the key within the data of every one of them
 * @param row file of the row's schema, relative to the folder of {@code system.yaml}
 * @param className fully qualified name of the user's class
 */
public record ProjectionSource(
    Located<String> name,
    List<Located<EventSelection>> from,
    Located<List<String>> key,
    Located<String> row,
    Located<String> className) {

  /** Keeps the list immutable. */
  public ProjectionSource {
    from = List.copyOf(from);
  }
}
