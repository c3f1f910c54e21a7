package io.eventwright.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One statement of a policy.
 *
 * @param sid its name; empty if it has none
 * @param allows whether it allows; else it denies
 * @param principals whom it speaks of; empty in a role's policy, which speaks of the role
 * @param actions patterns
 * @param otherThanActions whether it speaks of all actions but those
 * @param resources patterns
 * @param otherThanResources whether it speaks of all resources but those
 * @param conditions which all must hold
 */
public record Statement(
    String sid,
    boolean allows,
    List<String> principals,
    List<String> actions,
    boolean otherThanActions,
    List<String> resources,
    boolean otherThanResources,
    List<Condition> conditions) {

  private static final Set<String> ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  /** Copies its lists. */
  public Statement {
    principals = List.copyOf(principals);
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
  }

  /**
   * Reads a policy document's statements.
   *
   * @throws IllegalArgumentException if one says what cannot be evaluated here
   */
  public static List<Statement> ofDocument(JsonNode document) {
    List<Statement> statements = new ArrayList<>();
    JsonNode given = document.path("Statement");
    for (JsonNode statement : given.isArray() ? given : List.of(given)) {
      if (statement.isObject()) {
        statements.add(of(statement));
      }
    }
    return statements;
  }

  private static Statement of(JsonNode node) {
    for (Map.Entry<String, JsonNode> element : node.properties()) {
      if (!ELEMENTS.contains(element.getKey())) {
        throw new IllegalArgumentException("a statement has no element " + element.getKey());
      }
    }
    String effect = node.path("Effect").asText();
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw new IllegalArgumentException("Effect is Allow or Deny, not " + effect);
    }
    List<Condition> conditions = new ArrayList<>();
    node.path("Condition")
        .properties()
        .forEach(
            operator ->
                operator
                    .getValue()
                    .properties()
                    .forEach(
                        key ->
                            conditions.add(
                                new Condition(
                                    operator.getKey(), key.getKey(), texts(key.getValue())))));
    return new Statement(
        node.path("Sid").asText(),
        effect.equals("Allow"),
        principals(node.path("Principal")),
        texts(node.path(node.has("NotAction") ? "NotAction" : "Action")),
        node.has("NotAction"),
        texts(node.path(node.has("NotResource") ? "NotResource" : "Resource")),
        node.has("NotResource"),
        conditions);
  }

  private static List<String> principals(JsonNode node) {
    if (!node.isObject()) {
      return texts(node);
    }
    List<String> all = new ArrayList<>();
    node.properties().forEach(kind -> all.addAll(texts(kind.getValue())));
    return all;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(item -> texts.add(item.asText()));
    } else if (!node.isMissingNode()) {
      texts.add(node.asText());
    }
    return texts;
  }

  /** Whether it speaks of that principal: a service, a role's ARN, or anybody. */
  boolean speaksOf(String principal) {
    return principals.stream().anyMatch(of -> of.equals("*") || of.equals(principal));
  }

  /** Whether it speaks of that access. */
  boolean covers(Access access) {
    String action = access.action().toLowerCase(Locale.ROOT);
    boolean named =
        actions.stream()
            .anyMatch(wanted -> Wildcard.matches(wanted.toLowerCase(Locale.ROOT), action));
    // A trust policy names no resource: it speaks of its role.
    boolean at =
        resources.isEmpty()
            || resources.stream().anyMatch(r -> Wildcard.matches(r, access.resource()));
    return named != otherThanActions
        && at != otherThanResources
        && conditions.stream().allMatch(condition -> condition.holds(access.context()));
  }
}
