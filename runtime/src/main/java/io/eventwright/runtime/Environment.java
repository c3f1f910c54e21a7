package io.eventwright.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The function's environment variables. A JVM has one environment, but the local cloud runs many
 * functions in one JVM, each with a copy of this class in a class loader of its own: it hands each
 * its own variables here, before the handler is made.
 */
public final class Environment {
  private static volatile @Nullable Map<String, String> overridden;

  private Environment() {}

  /** Replaces the process's environment, for every read that follows. */
  public static void override(Map<String, String> variables) {
    overridden = Map.copyOf(variables);
  }

  /** The variable's value, or null. */
  public static @Nullable String get(String name) {
    Map<String, String> variables = overridden;
    return variables == null ? System.getenv(name) : variables.get(name);
  }

  /**
   * The variable's value.
   *
   * @throws IllegalStateException when it is not set, naming it
   */
  public static String require(String name) {
    String value = get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException(
          "environment variable " + name + " is not set; the generated template sets it");
    }
    return value;
  }
}
