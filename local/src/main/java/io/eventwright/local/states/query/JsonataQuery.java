package io.eventwright.local.states.query;

import com.dashjoin.jsonata.Jsonata;
import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSONata as the Amazon States Language uses it: strings of the form {@code {% … %}} anywhere in a
 * field are evaluated, where {@code $states} and the variables are bound.
 *
 * @param states what {@code $states} stands for
 * @param scope the variables
 */
public record JsonataQuery(Map<String, @Nullable Object> states, Scope scope) {
  // The wrapper keeps nothing (no member) apart from null (a member that is null).
  private static final String RESULT = "r";
  private static final Pattern BARE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern STATES_PART = Pattern.compile("\\$states\\s*\\.\\s*(\\w+)");
  private static final Pattern STRING =
      Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'");
  private static final Set<String> WORDS = Set.of("true", "false", "null", "function");
  private static final long TIMEOUT_MILLIS = 2_000;
  private static final int DEEPEST = 500;

  /** Whether the text is an expression. */
  public static boolean isExpression(String text) {
    return text.length() >= 4 && text.startsWith("{%") && text.endsWith("%}");
  }

  /** The value of a field, with every expression in it evaluated. */
  public @Nullable Object value(String field, @Nullable Object template) {
    if (template instanceof String text) {
      return isExpression(text) ? evaluate(field, source(text)) : text;
    }
    if (template instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> result = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        String name = String.valueOf(entry.getKey());
        result.put(name, value(field + "/" + name, entry.getValue()));
      }
      return result;
    }
    if (template instanceof List<?> array) {
      List<@Nullable Object> result = new ArrayList<>(array.size());
      for (Object item : array) {
        result.add(value(field + "[" + result.size() + "]", item));
      }
      return result;
    }
    return template;
  }

  /** The value of a field that must have a JSON type, e.g. {@code array}. */
  public @Nullable Object typed(String field, @Nullable Object template, String type) {
    Object value = value(field, template);
    if (Json.typeName(value).equals(type)) {
      return value;
    }
    if (template instanceof String text && isExpression(text)) {
      throw QueryFailure.evaluation(
          ("The JSONata expression '%s' specified for the field '%s' returned an unexpected result"
                  + " type. Expected '%s', but was '%s' for value: %s")
              .formatted(source(text), field, type, Json.typeName(value), Json.write(value)),
          field);
    }
    throw QueryFailure.evaluation(
        "The field '%s' must be of type %s, but was: %s"
            .formatted(field, type, Json.typeName(value)),
        field);
  }

  private static String source(String text) {
    return text.substring(2, text.length() - 2).trim();
  }

  private @Nullable Object evaluate(String field, String source) {
    Object result;
    String wrapped = "{\"" + RESULT + "\": (" + source + "\n)}";
    try {
      Jsonata expression = Jsonata.jsonata(wrapped);
      Jsonata.Frame frame = expression.createFrame();
      frame.setRuntimeBounds(TIMEOUT_MILLIS, DEEPEST);
      JsonataFunctions.bind(frame);
      frame.bind("states", JsonataValues.toLibrary(states));
      scope.all().forEach((name, value) -> frame.bind(name, JsonataValues.toLibrary(value)));
      result = expression.evaluate(null, frame);
    } catch (StackOverflowError tooDeep) {
      throw failed(
          field, source, ": Stack overflow error: Check for non-terminating recursive function.");
    } catch (RuntimeException failure) {
      throw failed(field, source, JsonataErrors.reason(failure, wrapped));
    }
    if (!(result instanceof Map<?, ?> wrapper) || !wrapper.containsKey(RESULT)) {
      throw QueryFailure.evaluation(
          "The JSONata expression '%s' specified for the field '%s' returned nothing (undefined)."
              .formatted(source, field),
          field);
    }
    Object value = wrapper.get(RESULT);
    if (!JsonataValues.isJson(value)) {
      throw QueryFailure.evaluation(
          ("The JSONata expression '%s' specified for the field '%s' returned an unsupported result"
                  + " type.")
              .formatted(source, field),
          field);
    }
    return JsonataValues.fromLibrary(value);
  }

  private static QueryFailure failed(String field, String source, String reason) {
    return QueryFailure.evaluation(
        "The JSONata expression '%s' specified for the field '%s' threw an error during evaluation%s"
            .formatted(source, field, reason),
        field);
  }

  /**
   * The name that the expression begins with, as if there were something around it; the service
   * refuses that, since an expression sees only {@code $states} and variables.
   */
  public static @Nullable String topLevelReference(String text) {
    Matcher name = BARE_NAME.matcher(source(text));
    return name.lookingAt() && !WORDS.contains(name.group()) ? name.group() : null;
  }

  /** The names that follow {@code $states.} in the expression, but not within a string. */
  public static List<String> statesParts(String text) {
    return STATES_PART
        .matcher(STRING.matcher(source(text)).replaceAll("''"))
        .results()
        .map(part -> part.group(1))
        .toList();
  }

  /** Why the text between the signs is not JSONata, or null when it is. */
  public static @Nullable String problem(String text) {
    String source = source(text);
    try {
      // The library looks behind a regular expression, where there must be something to see.
      Jsonata.jsonata(source.endsWith("/") ? source + "\n" : source);
      return null;
    } catch (RuntimeException failure) {
      return String.valueOf(failure.getMessage());
    }
  }
}
