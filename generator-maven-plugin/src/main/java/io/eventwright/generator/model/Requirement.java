package io.eventwright.generator.model;

import java.util.List;

/**
 * What must hold before a worker decides, or of what it decided.
 *
 * @param code a stable word for machines, kebab case
 * @param conditions all of which must hold; a path begins with {@code event}, {@code state} or
 *     {@code next}
 */
public record Requirement(String code, List<Condition> conditions) {
  public Requirement {
    conditions = List.copyOf(conditions);
  }
}
