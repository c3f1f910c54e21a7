package io.eventwright.generator.model;

import java.util.List;

/**
 * Whose a document is: what is sensitive of it is sealed with that person's key.
 *
 * @param kind of whom it is about, kebab case, such as {@code player}
 * @param path of the text that names them
 */
public record Subject(String kind, List<String> path) {
  public Subject {
    path = List.copyOf(path);
  }
}
