package io.eventwright.generator.infer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsonschema2pojo.SchemaGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The schema that jsonschema2pojo makes of samples, as one draft of a place: its type and its
 * parts. Only that is taken from it: its {@code "type": null} and its {@code minimum} of 2^63 - 1
 * would refuse the very samples, and it knows nothing else.
 *
 * @param type the type as the draft has it, null when it has none
 * @param properties the parts of an object, in the order in which they were first seen
 * @param items the part of an array, null when there is none
 */
record FirstDraft(
    @Nullable String type, Map<String, FirstDraft> properties, @Nullable FirstDraft items) {

  /** The draft of something that the library said nothing about. */
  static final FirstDraft NONE = new FirstDraft(null, Map.of(), null);

  /** The draft of events, which all are objects. */
  static FirstDraft of(List<JsonObject> events) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    events.forEach(event -> all.add(node(event)));
    FirstDraft draft = read(new SchemaGenerator().schemaFromExample(all));
    return draft.items == null ? NONE : draft.items;
  }

  /** The draft of a property. */
  FirstDraft property(String name) {
    return properties.getOrDefault(name, NONE);
  }

  /** The draft of an array's items. */
  FirstDraft item() {
    return items == null ? NONE : items;
  }

  private static FirstDraft read(JsonNode schema) {
    Map<String, FirstDraft> properties = new LinkedHashMap<>();
    JsonNode members = schema.get("properties");
    if (members != null) {
      List<String> names = new ArrayList<>();
      members.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> properties.put(name, read(members.get(name))));
    }
    JsonNode type = schema.get("type");
    JsonNode items = schema.get("items");
    return new FirstDraft(
        type != null && type.isTextual() ? type.textValue() : null,
        properties,
        items == null ? null : read(items));
  }

  /** A tree of the library's own: it changes what it is given. */
  private static JsonNode node(JsonValue value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof JsonObject object) {
      ObjectNode node = nodes.objectNode();
      for (int i = 0; i < object.size(); i++) {
        node.set(object.name(i), node(object.value(i)));
      }
      return node;
    }
    if (value instanceof JsonArray array) {
      ArrayNode node = nodes.arrayNode();
      array.forEach(item -> node.add(node(item)));
      return node;
    }
    if (value instanceof JsonString string) {
      return nodes.textNode(string.value());
    }
    if (value instanceof JsonNumber number) {
      return number.isWrittenAsInteger() && number.fitsLong()
          ? nodes.numberNode(number.longValue())
          : nodes.numberNode(number.decimalValue());
    }
    return value instanceof JsonBoolean bool ? nodes.booleanNode(bool.value()) : nodes.nullNode();
  }
}
