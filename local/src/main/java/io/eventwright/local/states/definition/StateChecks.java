package io.eventwright.local.states.definition;

import io.eventwright.local.states.json.Json;
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
      checks.problems.addAll(ExpressionChecks.check(state, at));
    } else {
      checks.forbidden(EXPRESSIONS_ONLY, "JSONPath");
      checks.problems.addAll(PathChecks.check(state, at));
    }
    checks.problems.addAll(ChoiceChecks.check(state, at, jsonata));
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
    if (type.equals("Task")) {
      resource(state, at);
    }
    for (String through : List.of("ItemReader", "ResultWriter")) {
      Map<String, @Nullable Object> door = Json.asObject(state.get(through));
      if (type.equals("Map") && door != null) {
        resource(door, at + "/" + through);
      }
    }
    List<@Nullable Object> branches = Json.asArray(state.get("Branches"));
    if (type.equals("Parallel")
        && state.containsKey("Branches")
        && (branches == null || branches.isEmpty())) {
      add("A Parallel state must have at least one branch", at + "/Branches");
    }
    if (state.containsKey("End") && !(state.get("End") instanceof Boolean)) {
      add("The value for the field 'End' must be a boolean", at + "/End");
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

  private void resource(Map<String, @Nullable Object> holder, String place) {
    if (holder.containsKey("Resource")) {
      try {
        TaskResource.read(String.valueOf(holder.get("Resource")));
      } catch (IllegalArgumentException invalid) {
        add("Value is not a valid resource ARN: " + invalid.getMessage(), place + "/Resource");
      }
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

  private void retries() {
    for (String list : List.of("Retry", "Catch")) {
      List<@Nullable Object> items = Json.asArray(state.get(list));
      if (state.containsKey(list) && items == null) {
        add("The value for the field '" + list + "' must be an array", at + "/" + list);
      }
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
