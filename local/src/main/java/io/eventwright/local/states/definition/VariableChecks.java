package io.eventwright.local.states.definition;

import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds variables that a state may not assign ("State Machine Variables" of the specification). An
 * inner scope that assigns a variable of an outer one is let through, as the service lets it.
 */
final class VariableChecks {
  private static final int LONGEST_NAME = 80;

  private final List<DefinitionProblem> problems = new ArrayList<>();

  private VariableChecks() {}

  static List<DefinitionProblem> check(Map<String, @Nullable Object> state, String at) {
    VariableChecks checks = new VariableChecks();
    checks.assigned(state, at);
    Object type = state.get("Type");
    if (state.containsKey("Assign") && type != null && Set.of("Succeed", "Fail").contains(type)) {
      checks.add("The field 'Assign' is not supported in a " + type + " state", at + "/Assign");
    }
    for (String list : List.of("Choices", "Catch")) {
      List<@Nullable Object> rules = Json.asArray(state.get(list));
      for (int i = 0; rules != null && i < rules.size(); i++) {
        Map<String, @Nullable Object> rule = Json.asObject(rules.get(i));
        if (rule != null) {
          checks.assigned(rule, at + "/" + list + "[" + i + "]");
        }
      }
    }
    return checks.problems;
  }

  private void add(String message, String at) {
    problems.add(new DefinitionProblem(DefinitionChecks.SCHEMA, message, at));
  }

  private void assigned(Map<String, @Nullable Object> holder, String at) {
    if (!holder.containsKey("Assign")) {
      return;
    }
    Map<String, @Nullable Object> variables = Json.asObject(holder.get("Assign"));
    if (variables == null) {
      add("The value for the field 'Assign' must be an object", at + "/Assign");
      return;
    }
    for (String written : variables.keySet()) {
      String name = written.endsWith(".$") ? written.substring(0, written.length() - 2) : written;
      if (name.equals("states")) {
        add("Variable name 'states' is reserved", at + "/Assign/" + written);
      } else if (!isName(name)) {
        add(
            "Variable name '" + name + "' is not an identifier of at most 80 characters",
            at + "/Assign/" + written);
      }
    }
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.codePointCount(0, name.length()) <= LONGEST_NAME
        && Character.isUnicodeIdentifierStart(name.codePointAt(0))
        && name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
  }
}
