package io.eventwright.runtime.json;

/**
 * One reason why a value does not fit a schema.
 *
 * @param instancePointer JSON Pointer to the part of the value, empty for the whole
 * @param schemaPointer JSON Pointer to the keyword, from the root schema on and through the
 *     references that led to it
 * @param absoluteSchemaLocation URI of the keyword's schema resource with the pointer from there as
 *     fragment
 * @param keyword the keyword that is not met; empty for the schema {@code false}
 * @param message what is wrong with the value, as a sentence without its name
 */
public record Violation(
    String instancePointer,
    String schemaPointer,
    String absoluteSchemaLocation,
    String keyword,
    String message) {

  /** {@code /price/amount: must be at least 0 (minimum)}. */
  @Override
  public String toString() {
    return (instancePointer.isEmpty() ? "(root)" : instancePointer)
        + ": "
        + message
        + (keyword.isEmpty() ? "" : " (" + keyword + ")");
  }
}
