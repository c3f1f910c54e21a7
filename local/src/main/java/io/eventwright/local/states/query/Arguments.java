package io.eventwright.local.states.query;

import io.eventwright.local.states.json.Json;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, each read as the type that the function wants. */
record Arguments(List<@Nullable Object> given) {

  int count() {
    return given.size();
  }

  void expect(int count) {
    if (given.size() != count) {
      throw new IllegalArgumentException(
          "Invalid number of arguments: expected " + count + " but got " + given.size());
    }
  }

  private @Nullable Object at(int index) {
    if (index >= given.size()) {
      throw new IllegalArgumentException("Invalid number of arguments: got " + given.size());
    }
    return given.get(index);
  }

  String string(int index) {
    if (at(index) instanceof String text) {
      return text;
    }
    throw wrong(index, "string");
  }

  /** What a template shows for the argument: a string as it is, all else as JSON. */
  String text(int index) {
    Object value = at(index);
    return value instanceof String text ? text : Json.write(value);
  }

  /** The same where neither array nor object may stand. */
  String scalar(int index) {
    Object value = at(index);
    if (value instanceof List || value instanceof Map) {
      throw wrong(index, "string, number, boolean or null");
    }
    return text(index);
  }

  int number32(int index) {
    long number = integer(index);
    if (number != (int) number) {
      throw new IllegalArgumentException(
          "Argument %d must be between %d and %d"
              .formatted(index + 1, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    return (int) number;
  }

  long integer(int index) {
    if (at(index) instanceof Number number) {
      // Halves go away from zero, on both sides of it.
      return Json.decimal(number).setScale(0, RoundingMode.HALF_UP).longValue();
    }
    throw wrong(index, "integer");
  }

  List<@Nullable Object> array(int index) {
    List<@Nullable Object> array = Json.asArray(at(index));
    if (array == null) {
      throw wrong(index, "array");
    }
    return array;
  }

  Map<String, @Nullable Object> object(int index) {
    Map<String, @Nullable Object> object = Json.asObject(at(index));
    if (object == null) {
      throw wrong(index, "object");
    }
    return object;
  }

  private IllegalArgumentException wrong(int index, String expected) {
    return new IllegalArgumentException(
        "Argument %d must be of type %s but is %s"
            .formatted(index + 1, expected, Json.typeName(given.get(index))));
  }
}
