package io.eventwright.generator.emit.java.data;

import io.eventwright.runtime.codec.CalendarDuration;
import io.eventwright.runtime.codec.Timestamps;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values in one of the forms that records keep: the moment, not its offset. */
final class SameValue {

  private SameValue() {}

  /** The same value, however its moments, durations and UUIDs are written. */
  static JsonValue of(JsonValue value) {
    if (value instanceof JsonObject object) {
      JsonObject.Builder normal = JsonObject.builder();
      for (int i = 0; i < object.size(); i++) {
        normal.put(object.name(i), of(object.value(i)));
      }
      return normal.build();
    } else if (value instanceof JsonArray array) {
      List<JsonValue> items = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        items.add(of(array.get(i)));
      }
      return JsonArray.of(items);
    }
    return value instanceof JsonString string ? new JsonString(normal(string.value())) : value;
  }

  private static String normal(String text) {
    try {
      return Timestamps.parse(text).toString();
    } catch (DateTimeException noMoment) {
      try {
        return CalendarDuration.parse(text).toString();
      } catch (DateTimeException | ArithmeticException noDuration) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
            ? text.toLowerCase(Locale.ROOT)
            : text;
      }
    }
  }
}
