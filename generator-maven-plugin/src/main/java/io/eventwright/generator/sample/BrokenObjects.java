package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Objects that are likely to break one keyword. */
final class BrokenObjects {

  private static final int MOST = 1_000;
  private static final List<String> ODD_NAMES =
      List.of("unexpected", "", "?", "Not Valid", "0", "x".repeat(300));

  private BrokenObjects() {}

  static List<JsonValue> of(Keyword keyword, JsonObject object) {
    List<JsonValue> broken = new ArrayList<>();
    if (keyword instanceof Keyword.Required required) {
      required.names().forEach(name -> broken.add(without(object, name)));
    } else if (keyword instanceof Keyword.DependentRequired dependent) {
      dependent
          .names()
          .forEach(
              (name, others) ->
                  others.forEach(
                      other -> broken.add(without(with(object, name, JsonNull.NULL), other))));
      dependent
          .names()
          .forEach((name, others) -> others.forEach(other -> broken.add(without(object, other))));
    } else if (keyword instanceof Keyword.MinProperties) {
      broken.add(JsonObject.empty());
      for (JsonObject less = object; less.size() > 0; ) {
        less = without(less, less.name(less.size() - 1));
        broken.add(less);
      }
    } else if (keyword instanceof Keyword.MaxProperties most && most.value() < MOST) {
      JsonObject more = object;
      for (int i = 0; more.size() <= most.value(); i++) {
        more = with(more, "unexpected" + i, JsonNumber.of(i));
      }
      broken.add(more);
    } else if (KeywordTypes.of(keyword) != null) {
      for (String name : ODD_NAMES) {
        if (!object.has(name)) {
          broken.add(with(object, name, new JsonString("not this")));
          broken.add(with(object, name, JsonNull.NULL));
        }
      }
      if (keyword instanceof Keyword.DependentSchemas dependent) {
        dependent.schemas().keySet().forEach(n -> broken.add(with(object, n, JsonNull.NULL)));
      }
    }
    return broken;
  }

  /** The object without a member, if it has it. */
  static JsonObject without(JsonObject object, String name) {
    JsonObject.Builder less = JsonObject.builder();
    for (int i = 0; i < object.size(); i++) {
      if (!object.name(i).equals(name)) {
        less.put(object.name(i), object.value(i));
      }
    }
    return less.build();
  }

  /** The object with another value for a member, which stays in its place. */
  static JsonObject with(JsonObject object, String name, JsonValue value) {
    JsonObject.Builder changed = JsonObject.builder();
    for (int i = 0; i < object.size(); i++) {
      changed.put(object.name(i), object.name(i).equals(name) ? value : object.value(i));
    }
    if (!object.has(name)) {
      changed.put(name, value);
    }
    return changed.build();
  }
}
