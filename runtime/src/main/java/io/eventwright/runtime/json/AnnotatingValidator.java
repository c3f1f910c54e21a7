package io.eventwright.runtime.json;

/** A validator that also tells what the schema says of a value that fits it. */
public interface AnnotatingValidator extends Validator {

  /** How many annotations {@link #annotate(JsonValue)} collects. */
  int DEFAULT_ANNOTATIONS = 10_000;

  /**
   * Validates a value, and collects the annotations of all schemas that it fits; those of a schema
   * that does not fit are dropped (JSON Schema 2020-12, section 7.7.1.2).
   *
   * @param limit how many violations are reported, or annotations collected, at most; from 1
   */
  ValidationResult annotate(JsonValue value, int limit);

  /** The same with {@link #DEFAULT_ANNOTATIONS}. */
  default ValidationResult annotate(JsonValue value) {
    return annotate(value, DEFAULT_ANNOTATIONS);
  }
}
