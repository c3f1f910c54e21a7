package io.eventwright.runtime.json;

/** A schema, compiled: generated code, without state, safe under many threads. */
public interface Validator {

  /** How many violations {@link #validate(JsonValue)} reports. */
  int DEFAULT_LIMIT = 100;

  /** Whether a value fits the schema; the quickest way to a verdict. */
  boolean isValid(JsonValue value);

  /**
   * Whether a value fits the schema, and if not, why.
   *
   * @param limit how many violations are reported at most, from 1
   */
  ValidationResult validate(JsonValue value, int limit);

  /** The same with {@link #DEFAULT_LIMIT}. */
  default ValidationResult validate(JsonValue value) {
    return validate(value, DEFAULT_LIMIT);
  }
}
