package io.eventwright.local.states.query;

import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSONPath as the Amazon States Language uses it: {@code $} is the input, {@code $$} the context
 * object, {@code $name} a variable, {@code States.…(…)} an intrinsic function.
 *
 * @param input what {@code $} stands for
 * @param context what {@code $$} stands for
 * @param scope the variables
 */
public record PathQuery(@Nullable Object input, @Nullable Object context, Scope scope) {

  /** What a path in a field such as {@code InputPath} selects. */
  public @Nullable Object path(String path) {
    try {
      return read(path);
    } catch (JsonPaths.NotFound missing) {
      throw QueryFailure.runtime("Invalid path '" + path + "' : " + missing.getMessage());
    }
  }

  /** What a path in a field such as {@code ErrorPath} or {@code value.$} selects. */
  public @Nullable Object field(String field, String path) {
    try {
      return read(path);
    } catch (JsonPaths.NotFound missing) {
      throw QueryFailure.runtime(
          "The JSONPath '%s' specified for the field '%s' could not be found in the input '%s'"
              .formatted(path, field, Json.write(path.startsWith("$$") ? context : input)));
    }
  }

  /** Whether the path selects anything. */
  public boolean has(String path) {
    try {
      read(path);
      return true;
    } catch (JsonPaths.NotFound missing) {
      return false;
    }
  }

  /** A path or an intrinsic function. */
  public @Nullable Object expression(String field, String expression) {
    if (expression.startsWith("$")) {
      return field(field, expression);
    }
    return Intrinsics.call(expression, this);
  }

  /** A payload template: fields whose name ends in {@code .$} are evaluated, all else is kept. */
  public @Nullable Object template(@Nullable Object template) {
    if (template instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> result = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        String name = String.valueOf(entry.getKey());
        if (name.endsWith(".$") && entry.getValue() instanceof String expression) {
          result.put(name.substring(0, name.length() - 2), expression(name, expression));
        } else {
          result.put(name, template(entry.getValue()));
        }
      }
      return result;
    }
    if (template instanceof List<?> array) {
      List<@Nullable Object> result = new ArrayList<>(array.size());
      for (Object item : array) {
        result.add(template(item));
      }
      return result;
    }
    return template;
  }

  @Nullable Object read(String path) throws JsonPaths.NotFound {
    if (path.startsWith("$$")) {
      return JsonPaths.read(path.substring(1), context);
    }
    if (path.length() > 1 && Character.isUnicodeIdentifierStart(path.charAt(1))
        || path.startsWith("$_")) {
      int end = 1;
      while (end < path.length() && Character.isUnicodeIdentifierPart(path.charAt(end))) {
        end++;
      }
      String name = path.substring(1, end);
      if (!scope.has(name)) {
        throw new JsonPaths.NotFound("No variable named '" + name + "'");
      }
      return JsonPaths.read("$" + path.substring(end), scope.get(name));
    }
    return JsonPaths.read(path, input);
  }
}
