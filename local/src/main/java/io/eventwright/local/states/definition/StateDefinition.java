package io.eventwright.local.states.definition;

import io.eventwright.local.states.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One state as it is written.
 *
 * @param name its key among the states
 * @param type e.g. {@code Task}
 * @param fields all its fields
 * @param jsonata whether its query language is JSONata
 * @param flows the branches of a Parallel, the one processor of a Map, else none
 */
public record StateDefinition(
    String name,
    String type,
    Map<String, @Nullable Object> fields,
    boolean jsonata,
    List<FlowDefinition> flows) {

  /** Whether the field is written, even as null. */
  public boolean has(String field) {
    return fields.containsKey(field);
  }

  /** The field, or null. */
  public @Nullable Object get(String field) {
    return fields.get(field);
  }

  /** The field as a string, or null when it is none. */
  public @Nullable String text(String field) {
    return fields.get(field) instanceof String text ? text : null;
  }

  /** The field as a list of objects, e.g. {@code Retry}; empty when it is missing. */
  public List<Map<String, @Nullable Object>> objects(String field) {
    List<@Nullable Object> items = Json.asArray(fields.get(field));
    if (items == null) {
      return List.of();
    }
    return items.stream()
        .map(
            item -> {
              Map<String, @Nullable Object> object = Json.asObject(item);
              return object == null ? Map.<String, @Nullable Object>of() : object;
            })
        .toList();
  }
}
