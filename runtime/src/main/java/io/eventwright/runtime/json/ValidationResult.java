package io.eventwright.runtime.json;

import java.util.List;

/**
 * What a validator found.
 *
 * @param violations why the value does not fit, in the order of the schema; empty when it fits
 * @param annotations what the schema says of a value that fits; empty unless they were asked for
 * @param truncated whether there were more than the limit let through
 */
public record ValidationResult(
    List<Violation> violations, List<Annotation> annotations, boolean truncated) {

  private static final ValidationResult VALID = new ValidationResult(List.of(), false);

  /** Keeps the lists immutable. */
  public ValidationResult {
    violations = List.copyOf(violations);
    annotations = List.copyOf(annotations);
  }

  /** The result of a validator that collects no annotations. */
  public ValidationResult(List<Violation> violations, boolean truncated) {
    this(violations, List.of(), truncated);
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
    } else if (!annotations.isEmpty()) {
      output.put(
          "annotations", JsonArray.of(annotations.stream().map(ValidationResult::unit).toList()));
    }
    return output.build();
  }

  private static JsonObject unit(Violation violation) {
    return unit(
            false,
            violation.schemaPointer(),
            violation.absoluteSchemaLocation(),
            violation.instancePointer())
        .put("error", new JsonString(violation.message()))
        .build();
  }

  private static JsonObject unit(Annotation annotation) {
    return unit(
            true,
            annotation.schemaPointer(),
            annotation.absoluteSchemaLocation(),
            annotation.instancePointer())
        .put("annotation", annotation.value())
        .build();
  }

  private static JsonObject.Builder unit(
      boolean valid, String keyword, String absolute, String instance) {
    return JsonObject.builder()
        .put("valid", JsonBoolean.of(valid))
        .put("keywordLocation", new JsonString(keyword))
        .put("absoluteKeywordLocation", new JsonString(absolute))
        .put("instanceLocation", new JsonString(instance));
  }
}
