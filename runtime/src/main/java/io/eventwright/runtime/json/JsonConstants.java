package io.eventwright.runtime.json;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Constants of generated code, which come as JSON text: in parts, as a class file's strings are
 * short.
 */
public final class JsonConstants {

  private JsonConstants() {}

  /** One value. */
  public static JsonValue value(String... parts) {
    return Json.constant(String.join("", parts));
  }

  /** One string. */
  public static String text(String... parts) {
    return ((JsonString) value(parts)).value();
  }

  /** The items of an array, each once. */
  public static Set<JsonValue> set(String... parts) {
    return new LinkedHashSet<>(((JsonArray) value(parts)).items());
  }

  /** The items of an array of strings. */
  public static List<String> names(String... parts) {
    return ((JsonArray) value(parts))
        .items().stream().map(item -> ((JsonString) item).value()).toList();
  }
}
