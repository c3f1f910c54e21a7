package io.eventwright.runtime.json;

import io.eventwright.runtime.json.pattern.PatternBudgetExceeded;

/**
 * What generated validators share that collect annotations. They have a third method for each
 * schema, which runs for values that are known to fit.
 */
public abstract class CompiledAnnotator extends CompiledValidator implements AnnotatingValidator {

  /**
   * Made by generated code.
   *
   * @param location URI of the root schema with its fragment
   */
  protected CompiledAnnotator(String location) {
    super(location);
  }

  /** Collects what the root schema says of a value that fits it. */
  protected abstract void annotate(JsonValue value, Annotations found);

  /** Collects the same, for generated validators of schemas that refer to this one. */
  public final void collect(JsonValue value, Annotations place) {
    annotate(value, place.in(location));
  }

  @Override
  public final ValidationResult annotate(JsonValue value, int limit) {
    ValidationResult result = validate(value, limit);
    if (!result.isValid()) {
      return result;
    }
    Annotations found = Annotations.root(location, limit);
    try {
      annotate(value, found);
    } catch (PatternBudgetExceeded | StackOverflowError e) {
      // The verdict took the same way, so this is the last straw; what is collected is true.
      found.truncate();
    }
    return found.result();
  }
}
