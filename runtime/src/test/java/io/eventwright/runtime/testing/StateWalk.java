package io.eventwright.runtime.testing;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * All that an object holds, field by field, lambdas' captured values included: a line for each
 * value, of the form {@code .path=value}. Foreign objects are named by their class only.
 */
public final class StateWalk {
  private static final String OURS = "io.eventwright.";

  private final List<String> lines = new ArrayList<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private StateWalk() {}

  /** The state that can be reached from an object. */
  public static List<String> of(Object root) {
    StateWalk walk = new StateWalk();
    walk.visit("", root);
    return walk.lines;
  }

  private void visit(String path, Object value) {
    if (value == null || isPlain(value)) {
      lines.add(path + "=" + value);
    } else if (!seen.add(value)) {
      lines.add(path + "=seen");
    } else if (value instanceof AtomicReference<?> reference) {
      visit(path + ".value", reference.get());
    } else if (value instanceof Collection<?> items) {
      int number = 0;
      for (Object item : items) {
        visit(path + "[" + number++ + "]", item);
      }
    } else if (value instanceof Map<?, ?> map) {
      lines.add(path + ".size=" + map.size());
      map.entrySet().stream()
          .sorted((a, b) -> String.valueOf(a.getKey()).compareTo(String.valueOf(b.getKey())))
          .forEach(entry -> visit(path + "[" + entry.getKey() + "]", entry.getValue()));
    } else if (value.getClass().getName().startsWith(OURS)) {
      fields(path, value);
    } else {
      lines.add(path + " is " + value.getClass().getName());
    }
  }

  private void fields(String path, Object value) {
    lines.add(path + " is " + value.getClass().getName().replaceFirst("\\$\\$Lambda.*", " lambda"));
    for (Class<?> type = value.getClass();
        type != null && type.getName().startsWith(OURS);
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          visit(path + "." + field.getName(), read(field, value));
        }
      }
    }
  }

  private static Object read(Field field, Object value) {
    try {
      field.setAccessible(true);
      return field.get(value);
    } catch (IllegalAccessException closed) {
      throw new AssertionError(field.toString(), closed);
    }
  }

  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum<?>
        || value instanceof Duration;
  }
}
