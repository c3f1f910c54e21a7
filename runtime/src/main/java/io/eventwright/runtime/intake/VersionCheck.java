package io.eventwright.runtime.intake;

import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.json.Violation;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Data against the schema of its own version: strictly for a version that is known, tolerantly for
 * a newer minor, of which it holds only what every minor of the major holds.
 */
final class VersionCheck {
  /** What a newer minor may add to: fields, values, and so branches that closed lists decide. */
  private static final Set<String> GROWS =
      Set.of(
          "additionalProperties",
          "unevaluatedProperties",
          "propertyNames",
          "enum",
          "oneOf",
          "anyOf",
          "additionalItems",
          "unevaluatedItems");

  /**
   * What one of several alternatives says is no verdict: a newer minor may have one more of them.
   */
  private static final Pattern ALTERNATIVE = Pattern.compile("/(oneOf|anyOf)/[0-9]");

  private static final int MOST_REPORTED = 100;

  private VersionCheck() {}

  static void check(EventType<?> type, int minor, JsonValue data) throws Rejection {
    boolean known = minor <= type.newestMinor();
    Validator validator = type.validators().get(known ? minor : type.newestMinor());
    if (validator.isValid(data)) {
      return;
    }
    List<Violation> violations =
        known ? validator.validate(data).violations() : notGrown(validator, data);
    if (violations.isEmpty()) {
      return;
    }
    throw new Rejection(
        Reason.SCHEMA_VIOLATED,
        "the data breaks " + type.dataschema(minor) + ": " + violations.get(0),
        type.dataschema(minor),
        violations);
  }

  /** All violations are looked at: what may grow must not crowd out what may not. */
  private static List<Violation> notGrown(Validator validator, JsonValue data) {
    return validator.validate(data, Integer.MAX_VALUE).violations().stream()
        .filter(found -> !mayGrow(found))
        .limit(MOST_REPORTED)
        .toList();
  }

  private static boolean mayGrow(Violation found) {
    return GROWS.contains(found.keyword()) || ALTERNATIVE.matcher(found.schemaPointer()).find();
  }
}
