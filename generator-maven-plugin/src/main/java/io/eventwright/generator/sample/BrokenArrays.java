package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Arrays that are likely to break one keyword. */
final class BrokenArrays {

  private static final int MOST = 1_000;

  private BrokenArrays() {}

  static List<JsonValue> of(Keyword keyword, JsonArray array) {
    List<JsonValue> items = array.items();
    if (keyword instanceof Keyword.MinItems least) {
      return List.of(JsonArray.of(items.subList(0, Math.min(items.size(), least.value() - 1))));
    }
    if (keyword instanceof Keyword.MaxItems most) {
      return most.value() >= MOST
          ? List.of()
          : List.of(filled(items, most.value() + 1, false), filled(items, most.value() + 1, true));
    }
    if (keyword instanceof Keyword.UniqueItems) {
      return items.isEmpty()
          ? List.of(JsonArray.of(JsonNull.NULL, JsonNull.NULL))
          : List.of(plus(items, items.get(0)));
    }
    if (keyword instanceof Keyword.Contains contains) {
      List<JsonValue> broken =
          new ArrayList<>(List.of(JsonArray.of(), JsonArray.of(JsonNull.NULL)));
      broken.add(JsonArray.of(items.subList(0, items.size() / 2)));
      Integer most = contains.max();
      if (most != null && most < MOST && !items.isEmpty()) {
        broken.add(filled(List.of(items.get(items.size() - 1)), most + 1, false));
      }
      return broken;
    }
    List<JsonValue> broken = new ArrayList<>();
    for (JsonValue other :
        List.of(JsonNull.NULL, new JsonString("not this"), JsonNumber.of(-1), JsonArray.of())) {
      broken.add(plus(items, other));
    }
    return broken;
  }

  private static JsonArray plus(List<JsonValue> items, JsonValue other) {
    List<JsonValue> more = new ArrayList<>(items);
    more.add(other);
    return JsonArray.of(more);
  }

  private static JsonArray filled(List<JsonValue> items, int size, boolean different) {
    List<JsonValue> more = new ArrayList<>(items);
    while (more.size() < size) {
      more.add(
          different || items.isEmpty()
              ? JsonNumber.of(more.size())
              : items.get(more.size() % items.size()));
    }
    return JsonArray.of(more);
  }
}
