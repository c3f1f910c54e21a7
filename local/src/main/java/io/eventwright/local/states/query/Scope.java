package io.eventwright.local.states.query;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables a flow can see: its own, and those of the flows around it, which it can read and
 * not change.
 */
public final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();

  /** A scope within another, or the outermost. */
  public Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  /**
   * Assigns all variables at once.
   *
   * @param bytes how many bytes each of them has as JSON
   */
  public void assign(Map<String, @Nullable Object> values, Map<String, Integer> bytes) {
    variables.putAll(values);
    sizes.putAll(bytes);
  }

  /** How many bytes all visible variables would have after these were assigned. */
  public long sizeWith(Map<String, Integer> bytes) {
    long size = outer == null ? 0 : outer.sizeWith(Map.of());
    for (Map.Entry<String, Integer> variable : sizes.entrySet()) {
      size += bytes.containsKey(variable.getKey()) ? 0 : variable.getValue();
    }
    return size + sum(bytes);
  }

  private static long sum(Map<String, Integer> bytes) {
    return bytes.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** Whether a variable of that name is visible. */
  public boolean has(String name) {
    return variables.containsKey(name) || outer != null && outer.has(name);
  }

  /** The value of a visible variable, null when there is none. */
  public @Nullable Object get(String name) {
    return variables.containsKey(name) || outer == null ? variables.get(name) : outer.get(name);
  }

  /** All visible variables, the inner ones first in precedence. */
  public Map<String, @Nullable Object> all() {
    Map<String, @Nullable Object> all = outer == null ? new LinkedHashMap<>() : outer.all();
    all.putAll(variables);
    return all;
  }
}
