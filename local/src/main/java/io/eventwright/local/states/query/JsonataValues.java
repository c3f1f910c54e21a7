package io.eventwright.local.states.query;

import com.dashjoin.jsonata.Jsonata;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between plain values and those of the JSONata library, which has a null of its own. */
final class JsonataValues {
  private JsonataValues() {}

  static Object toLibrary(@Nullable Object value) {
    if (value == null) {
      return Jsonata.NULL_VALUE;
    }
    if (value instanceof Map<?, ?> object) {
      Map<String, Object> copy = new LinkedHashMap<>();
      object.forEach((name, item) -> copy.put(String.valueOf(name), toLibrary(item)));
      return copy;
    }
    if (value instanceof List<?> array) {
      List<Object> copy = new ArrayList<>(array.size());
      for (Object item : array) {
        copy.add(toLibrary(item));
      }
      return copy;
    }
    return value;
  }

  static @Nullable Object fromLibrary(@Nullable Object value) {
    if (value == null || value == Jsonata.NULL_VALUE) {
      return null;
    }
    if (value instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      object.forEach((name, item) -> copy.put(String.valueOf(name), fromLibrary(item)));
      return copy;
    }
    if (value instanceof List<?> array) {
      List<@Nullable Object> copy = new ArrayList<>(array.size());
      for (Object item : array) {
        copy.add(fromLibrary(item));
      }
      return copy;
    }
    return value instanceof Number number ? number(number) : value;
  }

  /** JSONata has one kind of number; a whole one is written without a fraction. */
  private static Number number(Number number) {
    if (number instanceof Integer || number instanceof Long) {
      return number;
    }
    double real = number instanceof BigDecimal big ? big.doubleValue() : number.doubleValue();
    return real == Math.rint(real) && Math.abs(real) < 1e15 ? (Number) (long) real : (Number) real;
  }

  static boolean isJson(@Nullable Object value) {
    if (value == null || value == Jsonata.NULL_VALUE) {
      return true;
    }
    if (value instanceof Map<?, ?> object) {
      return object.values().stream().allMatch(JsonataValues::isJson);
    }
    if (value instanceof List<?> array) {
      return array.stream().allMatch(JsonataValues::isJson);
    }
    return value instanceof String || value instanceof Boolean || value instanceof Number;
  }
}
