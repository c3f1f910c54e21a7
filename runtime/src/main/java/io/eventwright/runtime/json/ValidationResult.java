package io.eventwright.runtime.json;

import java.util.List;

/**
 * What a validator found.
 *
 * @param violations why the value does not fit, in the order of the schema; empty when it fits
 * @param truncated whether there were more than the limit let through
 */
public record ValidationResult(List<Violation> violations, boolean truncated) {

  private static final ValidationResult VALID = new ValidationResult(List.of(), false);

  /** Keeps the violations immutable. */
  public ValidationResult {
    violations = List.copyOf(violations);
  }

  /** The result for a value that fits. */
  public static ValidationResult valid() {
    return VALID;
  }

  /** Whether the value fits. */
  public boolean isValid() {
    return violations.isEmpty();
  }

  /** The {@code flag} output of JSON Schema 2020-12, section 12.4.1. */
  public JsonObject toFlagOutput() {
    return JsonObject.builder().put("valid", JsonBoolean.of(isValid())).build();
  }

  /** The {@code basic} output of JSON Schema 2020-12, section 12.4.2. */
  public JsonObject toBasicOutput() {
    JsonObject.Builder output = JsonObject.builder().put("valid", JsonBoolean.of(isValid()));
    if (!isValid()) {
      output.put("errors", JsonArray.of(violations.stream().map(ValidationResult::unit).toList()));
    }
    return output.build();
  }

  private static JsonObject unit(Violation violation) {
    return JsonObject.builder()
        .put("valid", JsonBoolean.FALSE)
        .put("keywordLocation", new JsonString(violation.schemaPointer()))
        .put("absoluteKeywordLocation", new JsonString(violation.absoluteSchemaLocation()))
        .put("instanceLocation", new JsonString(violation.instancePointer()))
        .put("error", new JsonString(violation.message()))
        .build();
  }
}
