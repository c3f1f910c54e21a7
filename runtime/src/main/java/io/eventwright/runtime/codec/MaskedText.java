package io.eventwright.runtime.codec;

import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The {@code toString} of records with sensitive components, whose values it does not show. */
public final class MaskedText {

  private static final String MASK = "***";

  private final StringBuilder text;
  private String separator = "";

  /**
   * @param record the record's simple name
   */
  public MaskedText(String record) {
    text = new StringBuilder(record).append('[');
  }

  /** A component whose value may be seen. */
  public MaskedText add(String name, @Nullable Object value) {
    text.append(separator).append(name).append('=').append(value);
    separator = ", ";
    return this;
  }

  /** A component whose value may not be seen; whether there is one may. */
  public MaskedText mask(String name, @Nullable Object value) {
    return add(name, value == null ? null : MASK);
  }

  /**
   * What a value is, without what it says: its JSON type, an array's length, the names of an
   * object's members.
   */
  public static String shapeOf(JsonValue value) {
    if (value instanceof JsonObject object) {
      return "object" + JsonArray.of(object.names().stream().map(JsonString::new).toList());
    }
    return value instanceof JsonArray array ? "array of " + array.size() : value.typeName();
  }

  /** {@code Record[name=value, secret=***]}. */
  @Override
  public String toString() {
    return text + "]";
  }
}
