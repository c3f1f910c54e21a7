package io.eventwright.local.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The smallest part of a statement: one action, on one of its resources, on the rows of one of its
 * leading keys. A role has nothing too much when each of its parts is made use of.
 *
 * @param sid the statement's
 * @param action a pattern
 * @param resource a pattern
 * @param key a pattern for the rows' partition key; empty where the statement names none
 */
record Grant(String sid, String action, String resource, String key) {

  private static final String LEADING_KEYS = "dynamodb:LeadingKeys";

  /** What a statement that allows consists of. */
  static List<Grant> of(Statement statement) {
    List<String> keys =
        statement.conditions().stream()
            .filter(condition -> condition.key().equalsIgnoreCase(LEADING_KEYS))
            .flatMap(condition -> condition.values().stream())
            .toList();
    List<Grant> grants = new ArrayList<>();
    for (String action : statement.actions()) {
      for (String resource : statement.resources()) {
        for (String key : keys.isEmpty() ? List.of("") : keys) {
          grants.add(new Grant(statement.sid(), action, resource, key));
        }
      }
    }
    return grants;
  }

  /** Whether an access that the statement allows is one of this. */
  boolean covers(Access access) {
    return Wildcard.matches(
            action.toLowerCase(Locale.ROOT), access.action().toLowerCase(Locale.ROOT))
        && Wildcard.matches(resource, access.resource())
        && (key.isEmpty()
            || access.context().getOrDefault(LEADING_KEYS, List.of()).stream()
                .anyMatch(value -> Wildcard.matches(key, value)));
  }

  /** As a line after the name of who has it. */
  String line() {
    return sid + " " + action + " " + resource + (key.isEmpty() ? "" : " " + key);
  }
}
