package io.eventwright.generator.model.source;

import java.util.List;

/**
 * One entry of {@code requires} or {@code ensures}.
 *
 * @param code a stable word for machines
 * @param conditions all of which must hold
 */
public record RequirementSource(Located<String> code, List<ConditionSource> conditions) {

  /** Keeps the conditions immutable. */
  public RequirementSource {
    conditions = List.copyOf(conditions);
  }
}
