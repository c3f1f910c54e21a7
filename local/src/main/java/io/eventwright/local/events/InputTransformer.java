package io.eventwright.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target's input transformer (Amazon EventBridge, "Input transformation"). A variable that is not
 * in the event is nothing within a text. Where it stands alone the service leaves it out, and what
 * comes out is no JSON: here that is an error, and the event a dead letter.
 */
final class InputTransformer {

  private static final Pattern VARIABLE = Pattern.compile("<([A-Za-z0-9._-]+)>");
  private static final Set<String> WHOLE = Set.of("aws.events.event", "aws.events.event.json");
  private static final int LONGEST_TEMPLATE = 8_192;
  private static final int MOST_VARIABLES = 100;

  private final Map<String, JsonPath> variables = new LinkedHashMap<>();
  private final String template;

  /** Throws {@link IllegalArgumentException} if EventBridge would not take it. */
  InputTransformer(Map<String, String> paths, String template) {
    if (template.length() > LONGEST_TEMPLATE || paths.size() > MOST_VARIABLES) {
      throw new IllegalArgumentException(
          "an input transformer has at most 100 variables and 8192 characters");
    }
    paths.forEach(
        (name, path) -> {
          if (name.startsWith("aws.")) {
            throw new IllegalArgumentException("a variable may not begin with aws: " + name);
          }
          variables.put(name, new JsonPath(path));
        });
    this.template = template;
    Matcher matcher = VARIABLE.matcher(template);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (WHOLE.contains(name) && inText(template, matcher.start())) {
        throw new IllegalArgumentException(
            "<" + name + "> is JSON that is not escaped: it may not stand in a text");
      }
      if (!name.startsWith("aws.events.") && !variables.containsKey(name)) {
        throw new IllegalArgumentException("the template uses <" + name + ">, which has no path");
      }
    }
  }

  /**
   * The target's input.
   *
   * @throws IllegalArgumentException if what comes out is not JSON
   */
  String apply(JsonNode event, String ruleArn) {
    Matcher matcher = VARIABLE.matcher(template);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      JsonNode value = value(matcher.group(1), event, ruleArn);
      String text = inText(template, matcher.start()) ? within(value) : alone(value);
      matcher.appendReplacement(result, Matcher.quoteReplacement(text));
    }
    String input = matcher.appendTail(result).toString();
    Json.parse(input);
    return input;
  }

  private JsonNode value(String name, JsonNode event, String ruleArn) {
    return switch (name) {
      case "aws.events.rule-arn" -> Json.toTree(ruleArn);
      case "aws.events.rule-name" -> Json.toTree(ruleArn.substring(ruleArn.lastIndexOf('/') + 1));
      case "aws.events.event.ingestion-time" -> event.path("time");
      case "aws.events.event.json" -> event;
      case "aws.events.event" -> withoutDetail(event);
      default -> {
        JsonPath path = variables.get(name);
        yield path == null ? Json.toTree("") : path.in(event);
      }
    };
  }

  private static JsonNode withoutDetail(JsonNode event) {
    ObjectNode rest = event.deepCopy();
    rest.remove("detail");
    return rest;
  }

  private static boolean inText(String template, int position) {
    boolean inside = false;
    for (int i = 0; i < position; i++) {
      if (template.charAt(i) == '"' && (i == 0 || template.charAt(i - 1) != '\\')) {
        inside = !inside;
      }
    }
    return inside;
  }

  private static String alone(JsonNode value) {
    return value.isMissingNode() ? "" : Json.write(value);
  }

  private static String within(JsonNode value) {
    if (value.isMissingNode()) {
      return "";
    }
    String text = value.isTextual() ? value.asText() : Json.write(value);
    String quoted = Json.write(text);
    return quoted.substring(1, quoted.length() - 1);
  }
}
