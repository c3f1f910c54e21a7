package io.eventwright.local.states.query;

import org.jspecify.annotations.Nullable;

/** What can be said about a path before there is any input. */
public final class Paths {
  private Paths() {}

  /** Why the text is not a path, or null when it is one. */
  public static @Nullable String problem(String path) {
    if (!path.startsWith("$")) {
      return "path must begin with '$'";
    }
    if (path.startsWith("$$")) {
      return JsonPaths.problem(path.substring(1));
    }
    int end = 1;
    while (end < path.length() && Character.isUnicodeIdentifierPart(path.charAt(end))) {
      end++;
    }
    return JsonPaths.problem("$" + path.substring(end));
  }
}
