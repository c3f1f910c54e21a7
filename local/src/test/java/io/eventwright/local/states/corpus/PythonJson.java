package io.eventwright.local.states.corpus;

import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the recorded functions' language writes it, with a space after comma and colon. */
final class PythonJson {
  private PythonJson() {}

  static String write(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> members = new ArrayList<>();
      map.forEach((name, item) -> members.add(Json.write(name) + ": " + write(item)));
      return "{" + String.join(", ", members) + "}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(PythonJson::write).toList()) + "]";
    }
    return Json.write(value);
  }
}
