package io.eventwright.local.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route's path, such as <code>/players/{playerId}/purchases</code>; a last part <code>{proxy+}
 * </code> takes the rest.
 *
 * @param text as the template has it
 * @param parts between slashes
 */
record PathTemplate(String text, List<String> parts) {

  static PathTemplate of(String text) {
    return new PathTemplate(text, split(text));
  }

  /** The parameters that a path gives, decoded; empty if the path is another. */
  Optional<Map<String, String>> match(String path) {
    List<String> given = split(path);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (part.endsWith("+}") && i < given.size()) {
        parameters.put(
            part.substring(1, part.length() - 2), String.join("/", given.subList(i, given.size())));
        return Optional.of(parameters);
      }
      if (i >= given.size()) {
        return Optional.empty();
      }
      if (part.startsWith("{")) {
        if (given.get(i).isEmpty()) {
          return Optional.empty();
        }
        parameters.put(
            part.substring(1, part.length() - 1),
            ApiCall.decoded(given.get(i).replace("+", "%2B")));
      } else if (!part.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return given.size() == parts.size() ? Optional.of(parameters) : Optional.empty();
  }

  /** Plain parts come before parameters, those before the rest. */
  String precedence() {
    StringBuilder key = new StringBuilder();
    parts.forEach(part -> key.append(part.endsWith("+}") ? '2' : part.startsWith("{") ? '1' : '0'));
    return key.toString();
  }

  private static List<String> split(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
    if (!parts.isEmpty() && parts.get(0).isEmpty()) {
      parts.remove(0);
    }
    return parts;
  }
}
