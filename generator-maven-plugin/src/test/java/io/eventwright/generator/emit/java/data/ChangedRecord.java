package io.eventwright.generator.emit.java.data;

import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.JavaType;
import io.eventwright.generator.emit.java.type.ScalarKind;
import io.eventwright.runtime.codec.Maybe;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A record that code has set one component of, by its {@code with} method: to a number or text that
 * Java lets through, whatever the schema says.
 *
 * @param record the record
 * @param document what it says on the wire
 */
record ChangedRecord(Object record, JsonObject document) {

  private static final List<Integer> INTS =
      List.of(Integer.MIN_VALUE, -1, 0, 1, 100, 101, Integer.MAX_VALUE);
  private static final List<Long> LONGS =
      List.of(Long.MIN_VALUE, -1L, 0L, 1L, 999_999_999_999L, 1_000_000_000_000L, Long.MAX_VALUE);
  private static final List<String> TEXTS =
      List.of("", "0", "p-1", "a \"\\\u0000\n", "\ud83c\udf89", "x".repeat(600));

  /** A record with each of its numbers and texts changed, one at a time. */
  static List<ChangedRecord> of(ObjectRecord declaration, Object record, JsonObject document)
      throws ReflectiveOperationException {
    List<ChangedRecord> changed = new ArrayList<>();
    for (Component component : declaration.components()) {
      Method with = with(record, component);
      for (Object value : values(component.type())) {
        changed.add(
            new ChangedRecord(
                with.invoke(record, argument(with, value)),
                replaced(document, component.wireName(), json(value))));
      }
    }
    return changed;
  }

  private static List<?> values(JavaType type) {
    if (type instanceof JavaType.Identifier) {
      return TEXTS;
    } else if (type instanceof JavaType.Scalar scalar) {
      return scalar.kind() == ScalarKind.INT
          ? INTS
          : scalar.kind() == ScalarKind.LONG
              ? LONGS
              : scalar.kind() == ScalarKind.STRING ? TEXTS : List.of();
    }
    return List.of();
  }

  private static Method with(Object record, Component component) {
    String name = JavaNames.wither(component.javaName());
    return Arrays.stream(record.getClass().getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(record.getClass() + " has no " + name));
  }

  /** The value as the method takes it: as it is, as one that may be absent, as an identifier. */
  private static Object argument(Method with, Object value) throws ReflectiveOperationException {
    Class<?> wanted = with.getParameterTypes()[0];
    if (wanted == Maybe.class) {
      return Maybe.of(value);
    }
    return wanted.isPrimitive() || wanted.isInstance(value)
        ? value
        : wanted.getConstructor(String.class).newInstance(value);
  }

  private static JsonValue json(Object value) {
    return value instanceof Number number
        ? JsonNumber.of(number.longValue())
        : new JsonString((String) value);
  }

  private static JsonObject replaced(JsonObject document, String name, JsonValue value) {
    JsonObject.Builder members = JsonObject.builder();
    for (int i = 0; i < document.size(); i++) {
      if (!document.name(i).equals(name)) {
        members.put(document.name(i), document.value(i));
      }
    }
    return members.put(name, value).build();
  }
}
