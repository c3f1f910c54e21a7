package io.eventwright.local.states.definition;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.Intrinsics;
import io.eventwright.local.states.query.JsonataQuery;
import io.eventwright.local.states.query.Paths;
import io.eventwright.local.states.query.ReferencePath;
import io.eventwright.local.states.task.TaskResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with the fields of one state, apart from where it leads. */
final class StateChecks {
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "Task", List.of("Resource"),
          "Pass", List.of(),
          "Wait", List.of(),
          "Choice", List.of("Choices"),
          "Succeed", List.of(),
          "Fail", List.of(),
          "Parallel", List.of("Branches"),
          "Map", List.of());

  private static final Set<String> PATHS_ONLY =
      Set.of(
          "InputPath",
          "OutputPath",
          "ResultPath",
          "Parameters",
          "ResultSelector",
          "ItemsPath",
          "SecondsPath",
          "TimestampPath",
          "TimeoutSecondsPath",
          "HeartbeatSecondsPath",
          "MaxConcurrencyPath",
          "ToleratedFailureCountPath",
          "ToleratedFailurePercentagePath",
          "ErrorPath",
          "CausePath");

  private static final Set<String> EXPRESSIONS_ONLY = Set.of("Arguments", "Output", "Items");

  private static final List<String> PLAIN_PATHS =
      List.of("InputPath", "OutputPath", "ItemsPath", "SecondsPath", "TimestampPath");

  private static final List<String> TEMPLATES =
      List.of("Parameters", "ResultSelector", "ItemSelector", "Assign");

  private final List<DefinitionProblem> problems = new ArrayList<>();
  private final Map<String, @Nullable Object> state;
  private final String at;

  private StateChecks(Map<String, @Nullable Object> state, String at) {
    this.state = state;
    this.at = at;
  }

  static List<DefinitionProblem> check(
      Map<String, @Nullable Object> state, String at, boolean jsonata) {
    StateChecks checks = new StateChecks(state, at);
    checks.required();
    if (jsonata) {
      checks.forbidden(PATHS_ONLY, "JSONata");
      checks.expressions(state, at);
    } else {
      checks.forbidden(EXPRESSIONS_ONLY, "JSONPath");
      checks.paths();
    }
    checks.retries();
    checks.problems.addAll(LiteralChecks.ofState(state, at));
    checks.problems.addAll(TwinChecks.check(state, at));
    checks.problems.addAll(VariableChecks.check(state, at));
    return checks.problems;
  }

  private void add(String message, String location) {
    problems.add(new DefinitionProblem(DefinitionChecks.SCHEMA, message, location));
  }

  private void required() {
    String type = String.valueOf(state.get("Type"));
    List<String> required = REQUIRED.get(type);
    if (required == null) {
      add(
          state.containsKey("Type")
              ? "Value is not one of the allowed state types: " + type
              : "These required fields are missing: [Type]",
          at);
      return;
    }
    for (String field : required) {
      if (!state.containsKey(field)) {
        add("These required fields are missing: [" + field + "]", at);
      }
    }
    if (state.get("Resource") instanceof String resource && type.equals("Task")) {
      try {
        TaskResource.read(resource);
      } catch (IllegalArgumentException invalid) {
        add("Value is not a valid resource ARN: " + invalid.getMessage(), at + "/Resource");
      }
    }
    List<@Nullable Object> choices = Json.asArray(state.get("Choices"));
    if (type.equals("Choice") && (choices == null || choices.isEmpty())) {
      add("A Choice state must have at least one choice", at + "/Choices");
    }
    if (type.equals("Map")
        && !state.containsKey("ItemProcessor")
        && !state.containsKey("Iterator")) {
      add("These required fields are missing: [ItemProcessor]", at);
    }
    long waits =
        List.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath").stream()
            .filter(state::containsKey)
            .count();
    if (type.equals("Wait") && waits != 1) {
      add(
          "A Wait state must have exactly one of [Seconds, SecondsPath, Timestamp, TimestampPath]",
          at);
    }
  }

  private void forbidden(Set<String> fields, String language) {
    for (String field : state.keySet()) {
      if (fields.contains(field)) {
        add(
            "The field '%s' is not supported in a state whose QueryLanguage is %s"
                .formatted(field, language),
            at + "/" + field);
      }
    }
  }

  private void paths() {
    for (String field : PLAIN_PATHS) {
      if (state.get(field) instanceof String path && Paths.problem(path) != null) {
        add(notPath(field), at + "/" + field);
      }
    }
    if (state.get("ResultPath") instanceof String path && !ReferencePath.isReference(path)) {
      add(
          "The value for the field 'ResultPath' must be a valid Reference Path",
          at + "/ResultPath");
    }
    for (String field : TEMPLATES) {
      template(state.get(field), at + "/" + field);
    }
  }

  private static String notPath(String field) {
    return "The value for the field '" + field + "' must be a valid JSONPath";
  }

  private void template(@Nullable Object template, String place) {
    Map<String, @Nullable Object> object = Json.asObject(template);
    if (object != null) {
      object.forEach(
          (name, value) -> {
            if (name.endsWith(".$") && object.containsKey(name.substring(0, name.length() - 2))) {
              add("Duplicate field after '.$' is stripped from its name: " + name, place);
            }
            if (name.endsWith(".$") && !valid(value)) {
              add(
                  "The value for the field '"
                      + name
                      + "' must be a valid JSONPath or a valid intrinsic function call",
                  place + "/" + name);
            } else if (!name.endsWith(".$")) {
              template(value, place + "/" + name);
            }
          });
    }
    List<@Nullable Object> array = Json.asArray(template);
    for (int i = 0; array != null && i < array.size(); i++) {
      template(array.get(i), place + "[" + i + "]");
    }
  }

  private static boolean valid(@Nullable Object value) {
    return value instanceof String text
        && (text.startsWith("$") ? Paths.problem(text) : Intrinsics.problem(text)) == null;
  }

  private void expressions(@Nullable Object value, String place) {
    if (value instanceof String text && JsonataQuery.isExpression(text)) {
      String problem = JsonataQuery.problem(text);
      String reference = JsonataQuery.topLevelReference(text);
      if (problem != null) {
        problems.add(new DefinitionProblem("INVALID_JSONATA_EXPRESSION", problem, place));
      } else if (reference != null) {
        problems.add(
            new DefinitionProblem(
                "UNSUPPORTED_JSONATA_EXPRESSION",
                "Reference to '" + reference + "' at the top level is not supported.",
                place));
      }
      misplaced(text, place);
    }
    Map<String, @Nullable Object> object = Json.asObject(value);
    if (object != null) {
      object.forEach(
          (name, item) -> {
            if (!Set.of("Branches", "ItemProcessor", "Iterator").contains(name)) {
              expressions(item, place + "/" + name);
            }
          });
    }
    List<@Nullable Object> array = Json.asArray(value);
    for (int i = 0; array != null && i < array.size(); i++) {
      expressions(array.get(i), place + "[" + i + "]");
    }
  }

  /** Whether an expression names a part of {@code $states} that its field never has. */
  private void misplaced(String text, String place) {
    String field = place.substring(at.length());
    boolean ofResult =
        Set.of("Task", "Map", "Parallel").contains(String.valueOf(state.get("Type")))
            && field.matches("/(Output|Assign)\\b.*");
    boolean ofError = field.matches("/Catch\\[\\d+]/(Output|Assign)\\b.*");
    for (String part : JsonataQuery.statesParts(text)) {
      if (part.equals("result") && !ofResult || part.equals("errorOutput") && !ofError) {
        problems.add(
            new DefinitionProblem(
                "UNSUPPORTED_JSONATA_EXPRESSION",
                "Reference to '$states." + part + "' is not supported in this field.",
                place));
      }
    }
  }

  private void retries() {
    for (String list : List.of("Retry", "Catch")) {
      List<@Nullable Object> items = Json.asArray(state.get(list));
      for (int i = 0; items != null && i < items.size(); i++) {
        Map<String, @Nullable Object> item = Json.asObject(items.get(i));
        String place = at + "/" + list + "[" + i + "]";
        if (list.equals("Retry") && item != null) {
          problems.addAll(LiteralChecks.ofRetrier(item, place));
        }
        List<@Nullable Object> errors = item == null ? null : Json.asArray(item.get("ErrorEquals"));
        if (errors == null || errors.isEmpty()) {
          add("These required fields are missing: [ErrorEquals]", place);
        } else if (errors.contains("States.ALL") && (errors.size() > 1 || i < items.size() - 1)) {
          add("States.ALL must appear alone and last", place + "/ErrorEquals");
        }
      }
    }
  }
}
