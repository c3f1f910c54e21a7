package io.eventwright.runtime.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Checks and copies what goes into a record, so that nobody can change it later. */
public final class Immutable {

  private Immutable() {}

  /**
   * A value that must be there.
   *
   * @throws MissingProperty when it is not, naming the property
   */
  public static <T> T required(@Nullable T value, String property) {
    if (value == null) {
      throw new MissingProperty(property);
    }
    return value;
  }

  /**
   * A copy that cannot be changed.
   *
   * @throws NullPointerException when an item is null
   */
  public static <T> List<T> list(Collection<? extends T> items) {
    return List.copyOf(items);
  }

  /** A copy that cannot be changed; its items may be null. */
  public static <T extends @Nullable Object> List<T> listOfNullable(Collection<? extends T> items) {
    return Collections.unmodifiableList(new ArrayList<T>(items));
  }

  /** A copy that cannot be changed, of items that are copied in turn. */
  public static <T extends @Nullable Object> List<T> list(
      Collection<? extends T> items, UnaryOperator<T> copy) {
    List<T> copies = new ArrayList<>(items.size());
    items.forEach(item -> copies.add(copy.apply(item)));
    return Collections.unmodifiableList(copies);
  }

  /**
   * A copy that cannot be changed, in the same order.
   *
   * @throws NullPointerException when a value is null
   */
  public static <T> Map<String, T> map(Map<String, ? extends T> entries) {
    return map(entries, Objects::requireNonNull);
  }

  /** A copy that cannot be changed, in the same order; its values may be null. */
  public static <T extends @Nullable Object> Map<String, T> mapOfNullable(
      Map<String, ? extends T> entries) {
    return Collections.unmodifiableMap(new LinkedHashMap<String, T>(entries));
  }

  /** A copy that cannot be changed, in the same order, of values that are copied in turn. */
  public static <T extends @Nullable Object> Map<String, T> map(
      Map<String, ? extends T> entries, UnaryOperator<T> copy) {
    Map<String, T> copies = new LinkedHashMap<>();
    entries.forEach((name, value) -> copies.put(Objects.requireNonNull(name), copy.apply(value)));
    return Collections.unmodifiableMap(copies);
  }
}
