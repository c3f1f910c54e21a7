package io.eventwright.local.states.definition;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.Intrinsics;
import io.eventwright.local.states.query.Paths;
import io.eventwright.local.states.query.ReferencePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with the paths and payload templates of one state. */
final class PathChecks {
  /** Those that may be null, which stands for an empty object. */
  private static final List<String> FILTERS = List.of("InputPath", "OutputPath");

  private static final List<String> PATHS =
      List.of(
          "ItemsPath",
          "SecondsPath",
          "TimestampPath",
          "TimeoutSecondsPath",
          "HeartbeatSecondsPath",
          "MaxConcurrencyPath",
          "ToleratedFailureCountPath",
          "ToleratedFailurePercentagePath");

  private static final List<String> PATHS_OR_FUNCTIONS = List.of("ErrorPath", "CausePath");

  private static final List<String> TEMPLATES =
      List.of("Parameters", "ResultSelector", "ItemSelector", "Assign");

  private final List<DefinitionProblem> problems = new ArrayList<>();

  private PathChecks() {}

  static List<DefinitionProblem> check(Map<String, @Nullable Object> state, String at) {
    PathChecks checks = new PathChecks();
    checks.paths(state, at);
    for (String field : TEMPLATES) {
      checks.template(state.get(field), at + "/" + field);
    }
    return checks.problems;
  }

  static boolean isPath(@Nullable Object value) {
    return value instanceof String path && Paths.problem(path) == null;
  }

  private void add(String message, String at) {
    problems.add(new DefinitionProblem(DefinitionChecks.SCHEMA, message, at));
  }

  private void paths(Map<String, @Nullable Object> state, String at) {
    for (String field : FILTERS) {
      if (state.get(field) != null && !isPath(state.get(field))) {
        add(notPath(field), at + "/" + field);
      }
    }
    for (String field : PATHS) {
      if (state.containsKey(field) && !isPath(state.get(field))) {
        add(notPath(field), at + "/" + field);
      }
    }
    for (String field : PATHS_OR_FUNCTIONS) {
      if (state.containsKey(field) && !isPathOrFunction(state.get(field))) {
        add(notPathOrFunction(field), at + "/" + field);
      }
    }
    Object resultPath = state.get("ResultPath");
    if (resultPath != null
        && !(resultPath instanceof String path && ReferencePath.isReference(path))) {
      add(
          "The value for the field 'ResultPath' must be a valid Reference Path",
          at + "/ResultPath");
    }
  }

  private static String notPath(String field) {
    return "The value for the field '" + field + "' must be a valid JSONPath";
  }

  private static String notPathOrFunction(String field) {
    return notPath(field) + " or a valid intrinsic function call";
  }

  private static boolean isPathOrFunction(@Nullable Object value) {
    return value instanceof String text
        && (text.startsWith("$") ? Paths.problem(text) : Intrinsics.problem(text)) == null;
  }

  private void template(@Nullable Object template, String place) {
    Map<String, @Nullable Object> object = Json.asObject(template);
    if (object != null) {
      object.forEach((name, value) -> member(object, name, value, place));
    }
    List<@Nullable Object> array = Json.asArray(template);
    for (int i = 0; array != null && i < array.size(); i++) {
      template(array.get(i), place + "[" + i + "]");
    }
  }

  private void member(
      Map<String, @Nullable Object> object, String name, @Nullable Object value, String place) {
    if (!name.endsWith(".$")) {
      template(value, place + "/" + name);
      return;
    }
    if (object.containsKey(name.substring(0, name.length() - 2))) {
      add("Duplicate field after '.$' is stripped from its name: " + name, place);
    }
    if (!isPathOrFunction(value)) {
      add(notPathOrFunction(name), place + "/" + name);
    }
  }
}
