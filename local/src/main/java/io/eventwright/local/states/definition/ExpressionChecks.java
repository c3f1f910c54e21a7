package io.eventwright.local.states.definition;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.JsonataQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with the JSONata expressions in one state. */
final class ExpressionChecks {
  private static final String UNSUPPORTED = "UNSUPPORTED_JSONATA_EXPRESSION";

  private static final Pattern OF_A_RESULT = Pattern.compile("/(Output|Assign)\\b");
  private static final Pattern OF_AN_ERROR = Pattern.compile("/Catch\\[\\d+]/(Output|Assign)\\b");

  private final List<DefinitionProblem> problems = new ArrayList<>();
  private final Map<String, @Nullable Object> state;
  private final String at;

  private ExpressionChecks(Map<String, @Nullable Object> state, String at) {
    this.state = state;
    this.at = at;
  }

  static List<DefinitionProblem> check(Map<String, @Nullable Object> state, String at) {
    ExpressionChecks checks = new ExpressionChecks(state, at);
    checks.expressions(state, at);
    return checks.problems;
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
                UNSUPPORTED,
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
            && OF_A_RESULT.matcher(field).lookingAt();
    boolean ofError = OF_AN_ERROR.matcher(field).lookingAt();
    for (String part : JsonataQuery.statesParts(text)) {
      if (part.equals("result") && !ofResult || part.equals("errorOutput") && !ofError) {
        problems.add(
            new DefinitionProblem(
                UNSUPPORTED,
                "Reference to '$states." + part + "' is not supported in this field.",
                place));
      }
    }
  }
}
