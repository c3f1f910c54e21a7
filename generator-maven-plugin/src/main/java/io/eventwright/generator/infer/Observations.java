package io.eventwright.generator.infer;

import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that was seen at one place of an event, sorted by kind. */
record Observations(
    List<JsonObject> objects,
    List<JsonArray> arrays,
    List<String> texts,
    List<JsonNumber> numbers,
    boolean sawBoolean,
    boolean sawNull) {

  static Observations of(List<? extends JsonValue> values) {
    return new Observations(
        only(JsonObject.class, values),
        only(JsonArray.class, values),
        only(JsonString.class, values).stream().map(JsonString::value).toList(),
        only(JsonNumber.class, values),
        values.stream().anyMatch(JsonBoolean.class::isInstance),
        values.contains(JsonNull.NULL));
  }

  private static <T> List<T> only(Class<T> type, List<?> values) {
    return values.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The types that were seen, {@code null} left out, in one order whatever came first. */
  List<String> types() {
    List<String> types = new ArrayList<>();
    add(types, "object", !objects.isEmpty());
    add(types, "array", !arrays.isEmpty());
    add(types, "string", !texts.isEmpty());
    // Whoever writes 10.0 means a number with a fraction, and the next one will have some.
    boolean whole = numbers.stream().allMatch(JsonNumber::isWrittenAsInteger);
    add(types, whole ? "integer" : "number", !numbers.isEmpty());
    add(types, "boolean", sawBoolean);
    return types;
  }

  private static void add(List<String> types, String type, boolean seen) {
    if (seen) {
      types.add(type);
    }
  }

  /** The members of all objects by name: the draft's order first, then as they were seen. */
  Map<String, List<JsonValue>> members(FirstDraft draft) {
    Map<String, List<JsonValue>> members = new LinkedHashMap<>();
    draft.properties().keySet().forEach(name -> members.put(name, new ArrayList<>()));
    for (JsonObject object : objects) {
      for (int i = 0; i < object.size(); i++) {
        members.computeIfAbsent(object.name(i), name -> new ArrayList<>()).add(object.value(i));
      }
    }
    members.values().removeIf(List::isEmpty);
    return members;
  }

  /** The items of all arrays. */
  List<JsonValue> items() {
    return arrays.stream().flatMap(array -> array.items().stream()).toList();
  }

  /** The names of all objects' members. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    objects.forEach(object -> names.addAll(object.names()));
    return names;
  }
}
