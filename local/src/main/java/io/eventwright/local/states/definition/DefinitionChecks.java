package io.eventwright.local.states.definition;

import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a definition: shape, transitions and reachability. */
final class DefinitionChecks {
  static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";
  private static final String TRANSITION = "MISSING_TRANSITION_TARGET";

  private final List<DefinitionProblem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private DefinitionChecks() {}

  static List<DefinitionProblem> check(@Nullable Object json) {
    DefinitionChecks checks = new DefinitionChecks();
    Map<String, @Nullable Object> root = Json.asObject(json);
    if (root == null) {
      checks.add(SCHEMA, "Definition must be a JSON object", "/");
    } else {
      checks.language(root, "");
      checks.problems.addAll(LiteralChecks.ofMachine(root));
      checks.flow(root, "", "JSONata".equals(root.get("QueryLanguage")));
    }
    return List.copyOf(checks.problems);
  }

  private void add(String code, String message, String location) {
    problems.add(new DefinitionProblem(code, message, location));
  }

  private void language(Map<String, @Nullable Object> fields, String at) {
    Object language = fields.get("QueryLanguage");
    if (language != null && !Set.of("JSONata", "JSONPath").contains(language)) {
      add(SCHEMA, "Field QueryLanguage must be one of [JSONata, JSONPath]", at + "/QueryLanguage");
    }
  }

  private void flow(Map<String, @Nullable Object> flow, String at, boolean jsonata) {
    Map<String, @Nullable Object> states = Json.asObject(flow.get("States"));
    Object start = flow.get("StartAt");
    if (!(start instanceof String)) {
      add(SCHEMA, "These required fields are missing: [StartAt]", at.isEmpty() ? "/" : at);
    }
    if (states == null || states.isEmpty()) {
      add(SCHEMA, "These required fields are missing: [States]", at.isEmpty() ? "/" : at);
      return;
    }
    if (start instanceof String name && !states.containsKey(name)) {
      add(TRANSITION, "Missing 'StartAt' target: " + name, at + "/StartAt");
    }
    Set<String> reached = new HashSet<>();
    reached.add(String.valueOf(start));
    boolean ends = false;
    for (Map.Entry<String, @Nullable Object> entry : states.entrySet()) {
      String place = at + "/States/" + entry.getKey();
      Map<String, @Nullable Object> state = Json.asObject(entry.getValue());
      if (!names.add(entry.getKey())) {
        add("DUPLICATE_STATE_NAME", "Duplicate State name: " + entry.getKey(), place);
      }
      if (entry.getKey().length() > 80) {
        add(SCHEMA, "State name must be at most 80 characters long", place);
      }
      if (state == null) {
        add(SCHEMA, "State must be an object", place);
        continue;
      }
      ends |= state(state, states, place, jsonata, reached);
    }
    for (String name : states.keySet()) {
      if (!reached.contains(name)) {
        add(TRANSITION, "State \"" + name + "\" is not reachable.", at + "/States/" + name);
      }
    }
    if (!ends) {
      add("NO_TERMINAL_STATE", "No terminal state found in machine", at + "/States");
    }
  }

  /** Whether a flow can end in this state. */
  private boolean state(
      Map<String, @Nullable Object> state,
      Map<String, @Nullable Object> states,
      String at,
      boolean inherited,
      Set<String> reached) {
    language(state, at);
    Object language = state.get("QueryLanguage");
    boolean jsonata = language == null ? inherited : "JSONata".equals(language);
    if (inherited && "JSONPath".equals(language)) {
      add(
          SCHEMA,
          "QueryLanguage can not be 'JSONPath' if set to 'JSONata' for whole state machine",
          at + "/QueryLanguage");
    }
    problems.addAll(StateChecks.check(state, at, jsonata));
    boolean ends = transitions(state, states, at, reached);
    List<@Nullable Object> branches = Json.asArray(state.get("Branches"));
    for (int i = 0; branches != null && i < branches.size(); i++) {
      nested(branches.get(i), at + "/Branches[" + i + "]", inherited);
    }
    String processor = state.containsKey("ItemProcessor") ? "ItemProcessor" : "Iterator";
    if ("Map".equals(state.get("Type")) && state.containsKey(processor)) {
      // A state within inherits the machine's language, not that of the state around it.
      nested(state.get(processor), at + "/" + processor, inherited);
    }
    return ends;
  }

  private void nested(@Nullable Object flow, String at, boolean jsonata) {
    Map<String, @Nullable Object> json = Json.asObject(flow);
    if (json == null) {
      add(SCHEMA, "Value must be an object", at);
    } else {
      flow(json, at, jsonata);
    }
  }

  private boolean transitions(
      Map<String, @Nullable Object> state,
      Map<String, @Nullable Object> states,
      String at,
      Set<String> reached) {
    Object type = state.get("Type");
    target(state.get("Next"), "Next", at + "/Next", states, reached);
    target(state.get("Default"), "Default", at + "/Default", states, reached);
    for (String list : List.of("Choices", "Catch")) {
      List<@Nullable Object> items = Json.asArray(state.get(list));
      for (int i = 0; items != null && i < items.size(); i++) {
        Map<String, @Nullable Object> item = Json.asObject(items.get(i));
        String place = at + "/" + list + "[" + i + "]";
        if (item == null || !(item.get("Next") instanceof String)) {
          add(SCHEMA, "These required fields are missing: [Next]", place);
        } else {
          target(item.get("Next"), "Next", place + "/Next", states, reached);
        }
      }
    }
    if ("Succeed".equals(type) || "Fail".equals(type)) {
      return true;
    }
    if (!"Choice".equals(type) && state.containsKey("Next") == state.containsKey("End")) {
      add(
          SCHEMA,
          state.containsKey("Next")
              ? "State must not have both 'Next' and 'End'"
              : "These required fields are missing: [Next or End]",
          at);
    }
    return Boolean.TRUE.equals(state.get("End"));
  }

  private void target(
      @Nullable Object name,
      String field,
      String at,
      Map<String, @Nullable Object> states,
      Set<String> reached) {
    if (name == null) {
      return;
    }
    if (name instanceof String target && states.containsKey(target)) {
      reached.add(target);
    } else {
      add(TRANSITION, "Missing '" + field + "' target: " + name, at);
    }
  }
}
