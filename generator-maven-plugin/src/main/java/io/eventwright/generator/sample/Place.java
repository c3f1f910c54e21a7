package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a document, and a schema that speaks of it.
 *
 * @param path member names and indexes from the root
 * @param value what is there
 * @param schema one of the schemas that it has to fit
 * @param certain whether it has to fit it at any rate, not only when another one does not
 */
record Place(List<String> path, JsonValue value, SchemaNode schema, boolean certain) {

  /** Keeps the path immutable. */
  Place {
    path = List.copyOf(path);
  }

  /** The document with something else here. */
  JsonValue replaced(JsonValue document, JsonValue other) {
    return replaced(document, other, 0);
  }

  private JsonValue replaced(JsonValue around, JsonValue other, int depth) {
    if (depth == path.size()) {
      return other;
    }
    String step = path.get(depth);
    if (around instanceof JsonObject object) {
      JsonObject.Builder changed = JsonObject.builder();
      for (int i = 0; i < object.size(); i++) {
        String name = object.name(i);
        JsonValue member = object.value(i);
        changed.put(name, name.equals(step) ? replaced(member, other, depth + 1) : member);
      }
      return changed.build();
    }
    if (around instanceof JsonArray array) {
      List<JsonValue> items = new ArrayList<>(array.items());
      int index = Integer.parseInt(step);
      items.set(index, replaced(items.get(index), other, depth + 1));
      return JsonArray.of(items);
    }
    throw new IllegalStateException("a path that leads through " + around.typeName());
  }
}
