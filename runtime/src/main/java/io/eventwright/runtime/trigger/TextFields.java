package io.eventwright.runtime.trigger;

import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.json.Violation;
import java.util.ArrayList;
import java.util.List;

/** An object that has certain members, each a text that is not empty. */
final class TextFields implements Validator {
  private final List<String> names;

  TextFields(String... names) {
    this.names = List.of(names);
  }

  @Override
  public boolean isValid(JsonValue value) {
    return validate(value, 1).isValid();
  }

  @Override
  public ValidationResult validate(JsonValue value, int limit) {
    List<Violation> found = new ArrayList<>();
    for (String name : names) {
      boolean there =
          value instanceof JsonObject object
              && object.get(name) instanceof JsonString text
              && !text.value().isEmpty();
      if (!there && found.size() < limit) {
        found.add(new Violation("/" + name, "/properties", "", "type", "must be a text"));
      }
    }
    return new ValidationResult(found, false);
  }
}
