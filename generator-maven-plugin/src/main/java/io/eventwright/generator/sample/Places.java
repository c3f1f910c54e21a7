package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds every part of a document together with every schema that speaks of it. */
final class Places {

  private static final int MOST = 20_000;

  private final SchemaSet set;
  private final List<Place> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Places(SchemaSet set) {
    this.set = set;
  }

  /** All places, the whole document first. */
  static List<Place> of(SchemaSet set, SchemaKey root, JsonValue document) {
    Places places = new Places(set);
    places.visit(root, List.of(), document, true);
    return places.found;
  }

  private void visit(SchemaKey key, List<String> path, JsonValue value, boolean certain) {
    if (found.size() > MOST || !seen.add(key + " " + String.join("/", path) + certain)) {
      return;
    }
    SchemaNode node = set.node(key);
    found.add(new Place(path, value, node, certain));
    for (Keyword keyword : node.keywords()) {
      boolean always =
          keyword instanceof Keyword.Reference
              || keyword instanceof Keyword.DynamicReference
              || keyword instanceof Keyword.AllOf;
      keyword.inPlace().forEach(each -> visit(each, path, value, certain && always));
    }
    parts(node, value).forEach((step, part) -> part.visit(this, path, step, certain));
  }

  private record Part(JsonValue value, List<SchemaKey> schemas) {
    void visit(Places places, List<String> path, String step, boolean certain) {
      List<String> longer = new ArrayList<>(path);
      longer.add(step);
      schemas.forEach(each -> places.visit(each, longer, value, certain));
    }
  }

  private static Map<String, Part> parts(SchemaNode node, JsonValue value) {
    Map<String, Part> parts = new LinkedHashMap<>();
    Facets facets = new Facets(List.of(node));
    if (value instanceof JsonObject object) {
      for (int i = 0; i < object.size(); i++) {
        parts.put(object.name(i), new Part(object.value(i), facets.member(object.name(i))));
      }
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        parts.put(Integer.toString(i), new Part(array.get(i), facets.item(i)));
      }
    }
    return parts;
  }
}
