package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * One statement of a role's policy.
 *
 * @param sid says what for
 * @param actions exactly those that are used, sorted
 * @param resource in the template's language
 * @param leadingKeys patterns that the partition keys of rows must match; none when it is no table
 * @param attributes the only ones that may be read or written; none for all
 * @param conditions that must hold beside
 */
public record StatementView(
    String sid,
    List<String> actions,
    String resource,
    List<String> leadingKeys,
    List<String> attributes,
    List<ConditionView> conditions) {

  /** Keeps the lists immutable. */
  public StatementView {
    actions = List.copyOf(actions);
    leadingKeys = List.copyOf(leadingKeys);
    attributes = List.copyOf(attributes);
    conditions = List.copyOf(conditions);
  }

  /** A statement of whole rows, or of what has none. */
  public StatementView(
      String sid, List<String> actions, String resource, List<String> leadingKeys) {
    this(sid, actions, resource, leadingKeys, List.of(), List.of());
  }

  /** Whether rows are asked for that the attributes are cut out of. */
  public boolean selects() {
    return actions.contains("dynamodb:Scan") || actions.contains("dynamodb:Query");
  }

  /** The resource as it follows its key: one on the same line, several on lines of their own. */
  public String resources() {
    return resource.startsWith("\n") ? resource : " " + resource;
  }
}
