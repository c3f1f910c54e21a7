package io.eventwright.runtime.json;

import io.eventwright.runtime.json.pattern.PatternBudgetExceeded;

/**
 * What generated validators share. A generated class has two methods for each schema: one gives the
 * verdict and allocates nothing, one reports; the second runs only when the first says no.
 */
public abstract class CompiledValidator implements Validator {

  final String location;

  /**
   * Made by generated code.
   *
   * @param location URI of the root schema with its fragment
   */
  protected CompiledValidator(String location) {
    this.location = location;
  }

  /** Whether a value fits the root schema. */
  protected abstract boolean test(JsonValue value);

  /** Reports why a value does not fit the root schema. */
  protected abstract void check(JsonValue value, Violations found);

  /** The verdict, for generated validators of schemas that refer to this one. */
  public final boolean fits(JsonValue value) {
    return test(value);
  }

  /** The report, for the same; it goes on under the name of this schema. */
  public final void report(JsonValue value, Violations place) {
    check(value, place.in(location));
  }

  @Override
  public final boolean isValid(JsonValue value) {
    try {
      return test(value);
    } catch (PatternBudgetExceeded | StackOverflowError e) {
      // What cannot be decided within bounds is refused: the value may come from anyone.
      return false;
    }
  }

  @Override
  public final ValidationResult validate(JsonValue value, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("at least one violation must be let through");
    }
    try {
      if (test(value)) {
        return ValidationResult.valid();
      }
      Violations found = Violations.root(location, limit);
      check(value, found);
      return found.result();
    } catch (PatternBudgetExceeded e) {
      return refused("pattern", String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      return refused("", "is nested too deeply to be checked");
    }
  }

  private ValidationResult refused(String keyword, String message) {
    Violations found = Violations.root(location, 1);
    found.fail(keyword, message);
    return found.result();
  }
}
