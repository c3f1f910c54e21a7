package io.eventwright.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paths that a target's input may use: {@code $}, {@code $.detail.name} and {@code $.list[0]}
 * (Amazon EventBridge, "Input transformation"). The service takes wildcards too, which nothing here
 * needs, and no names in brackets.
 */
public final class JsonPath {

  private static final Pattern STEP = Pattern.compile("\\.([A-Za-z0-9_-]+)|\\[(\\d+)]");

  private final List<Object> steps = new ArrayList<>();

  /** Throws {@link IllegalArgumentException} if it is no such path. */
  public JsonPath(String path) {
    Matcher matcher = STEP.matcher(path);
    int at = 1;
    boolean good = path.startsWith("$");
    while (good && at < path.length()) {
      good = matcher.find(at) && matcher.start() == at;
      if (good) {
        if (matcher.group(2) != null) {
          steps.add(Integer.valueOf(matcher.group(2)));
        } else {
          steps.add(matcher.group(1));
        }
        at = matcher.end();
      }
    }
    if (!good) {
      throw new IllegalArgumentException("not a path that EventBridge takes here: " + path);
    }
  }

  /** What is there; a missing node if nothing is. */
  public JsonNode in(JsonNode event) {
    JsonNode found = event;
    for (Object step : steps) {
      found = step instanceof Integer index ? found.path(index) : found.path((String) step);
    }
    return found;
  }
}
