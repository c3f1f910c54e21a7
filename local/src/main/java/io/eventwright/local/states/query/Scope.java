package io.eventwright.local.states.query;

import io.eventwright.local.states.json.Json;
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

  /** Assigns all variables at once. */
  public void assign(Map<String, @Nullable Object> values) {
    variables.putAll(values);
    values.forEach((name, value) -> sizes.put(name, Json.size(value)));
  }

  /** How many bytes of JSON all visible variables would have after these were assigned. */
  public long sizeWith(Map<String, @Nullable Object> values) {
    long size = outer == null ? 0 : outer.sizeWith(Map.of());
    for (Map.Entry<String, Integer> variable : sizes.entrySet()) {
      size += values.containsKey(variable.getKey()) ? 0 : variable.getValue();
    }
    return size + (values.isEmpty() ? 0 : Json.size(values));
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
