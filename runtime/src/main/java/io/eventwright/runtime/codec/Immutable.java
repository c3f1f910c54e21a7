package io.eventwright.runtime.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** A copy that cannot be changed. */
  public static <T extends @Nullable Object> List<T> list(Collection<? extends T> items) {
    return Collections.unmodifiableList(new ArrayList<T>(items));
  }

  /** A copy that cannot be changed, in the same order. */
  public static <T extends @Nullable Object> Map<String, T> map(Map<String, ? extends T> entries) {
    return Collections.unmodifiableMap(new LinkedHashMap<String, T>(entries));
  }
}
