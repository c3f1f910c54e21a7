package io.eventwright.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes values to a generator. */
final class JsonTreeWriter {

  private JsonTreeWriter() {}

  static void write(JsonValue value, JsonGenerator generator) throws IOException {
    if (value instanceof JsonObject object) {
      generator.writeStartObject();
      for (int i = 0; i < object.size(); i++) {
        generator.writeFieldName(object.name(i));
        write(object.value(i), generator);
      }
      generator.writeEndObject();
    } else if (value instanceof JsonArray array) {
      generator.writeStartArray();
      for (int i = 0; i < array.size(); i++) {
        write(array.get(i), generator);
      }
      generator.writeEndArray();
    } else if (value instanceof JsonString string) {
      generator.writeString(string.value());
    } else if (value instanceof JsonNumber number) {
      generator.writeNumber(number.toString());
    } else if (value instanceof JsonBoolean bool) {
      generator.writeBoolean(bool.value());
    } else {
      generator.writeNull();
    }
  }
}
