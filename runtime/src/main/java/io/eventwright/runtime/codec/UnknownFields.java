package io.eventwright.runtime.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Members of an object that its record has no component for: those of a newer minor, or any where
 * the schema allows more than it names. They are kept as they came, in their order, and written
 * again.
 *
 * @param fields the members; none of a name that the record has a component for
 */
public record UnknownFields(JsonObject fields) {

  /** Nothing unknown. */
  public static final UnknownFields NONE = new UnknownFields(JsonObject.empty());

  /** Fields to write beside the record's own. */
  public static UnknownFields of(Map<String, ? extends JsonValue> fields) {
    return fields.isEmpty() ? NONE : new UnknownFields(JsonObject.of(fields));
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return fields.size() == 0;
  }

  /** The value of a field, null when there is none of that name. */
  public @Nullable JsonValue get(String name) {
    return fields.get(name);
  }

  /** Writes the fields into the object that is being written. */
  public void writeTo(JsonGenerator generator) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      generator.writeFieldName(fields.name(i));
      Json.write(fields.value(i), generator);
    }
  }

  /**
   * The names alone, as a JSON array: a newer minor may have marked the values sensitive, which
   * this version cannot know.
   */
  @Override
  public String toString() {
    return JsonArray.of(fields.names().stream().map(JsonString::new).toList()).toString();
  }
}
