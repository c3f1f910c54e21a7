package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.JsonataQuery;
import io.eventwright.local.states.query.PathQuery;
import io.eventwright.local.states.query.QueryFailure;
import io.eventwright.local.states.query.ReferencePath;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the fields of a visited state come to, in the state's query language. */
final class Fields {
  private final Visit visit;
  private final StateDefinition state;

  /**
   * What leaves a state.
   *
   * @param value its output
   * @param assigned the variables it sets
   */
  record Output(@Nullable Object value, Map<String, @Nullable Object> assigned) {}

  Fields(Visit visit) {
    this.visit = visit;
    this.state = visit.state();
  }

  boolean jsonata() {
    return state.jsonata();
  }

  /** The state's input, after InputPath where there is one. */
  @Nullable Object input() {
    if (!state.has("InputPath")) {
      return visit.input();
    }
    String path = state.text("InputPath");
    return path == null ? new LinkedHashMap<String, Object>() : paths(visit.input()).path(path);
  }

  /** What the state works on: Parameters or Arguments, else its input. */
  @Nullable Object payload() {
    if (state.jsonata()) {
      return state.has("Arguments")
          ? expressions().value("Arguments", state.get("Arguments"))
          : visit.input();
    }
    Object input = input();
    return state.has("Parameters") ? paths(input).template(state.get("Parameters")) : input;
  }

  /** JSONPath where {@code $} is the given value. */
  PathQuery paths(@Nullable Object input) {
    return new PathQuery(input, context(null), visit.flow().scope());
  }

  PathQuery paths(@Nullable Object input, Map<String, @Nullable Object> mapItem) {
    return new PathQuery(input, context(mapItem), visit.flow().scope());
  }

  /** JSONata where {@code $states} has input and context. */
  JsonataQuery expressions() {
    return new JsonataQuery(states(context(null)), visit.flow().scope());
  }

  JsonataQuery expressions(Map<String, @Nullable Object> mapItem) {
    return new JsonataQuery(states(context(mapItem)), visit.flow().scope());
  }

  private JsonataQuery expressions(String name, @Nullable Object value) {
    Map<String, @Nullable Object> states = states(context(null));
    states.put(name, value);
    return new JsonataQuery(states, visit.flow().scope());
  }

  private Map<String, @Nullable Object> states(@Nullable Object context) {
    Map<String, @Nullable Object> states = new LinkedHashMap<>();
    states.put("input", visit.input());
    states.put("context", context);
    return states;
  }

  private Map<String, @Nullable Object> context(@Nullable Map<String, @Nullable Object> mapItem) {
    return ContextObject.of(visit, mapItem);
  }

  /** What leaves the state when it has a result. */
  Output output(@Nullable Object result) {
    if (state.jsonata()) {
      return jsonataOutput(expressions("result", result), state.fields(), "", result);
    }
    Object selected =
        state.has("ResultSelector") ? paths(result).template(state.get("ResultSelector")) : result;
    // A variable is assigned from what the task gave, not from what ResultSelector made of it.
    Map<String, @Nullable Object> assigned = assigned(paths(result), state.fields());
    return new Output(outputPath(resultPath(state.fields(), selected)), assigned);
  }

  /** What leaves a state that has no result of its own: its input. */
  Output passed() {
    return passed(state.fields(), "");
  }

  /** The same by a choice rule, whose fields stand at a place of their own. */
  Output passed(Map<String, @Nullable Object> rule, String place) {
    if (state.jsonata()) {
      return jsonataOutput(expressions(), rule, place, visit.input());
    }
    Object input = input();
    return new Output(outputPath(input), assigned(paths(input), rule));
  }

  /** What leaves the state by a catcher. */
  Output caught(
      Map<String, @Nullable Object> catcher, @Nullable String error, @Nullable String cause) {
    Map<String, @Nullable Object> errorOutput = new LinkedHashMap<>();
    errorOutput.put("Error", error);
    errorOutput.put("Cause", cause);
    if (state.jsonata()) {
      String place = "Catch[" + state.objects("Catch").indexOf(catcher) + "]/";
      return jsonataOutput(expressions("errorOutput", errorOutput), catcher, place, errorOutput);
    }
    return new Output(resultPath(catcher, errorOutput), assigned(paths(errorOutput), catcher));
  }

  private static Output jsonataOutput(
      JsonataQuery query,
      Map<String, @Nullable Object> rule,
      String place,
      @Nullable Object otherwise) {
    Map<String, @Nullable Object> assigned =
        Json.asObject(query.value(place + "Assign", rule.get("Assign")));
    Object output =
        rule.containsKey("Output") ? query.value(place + "Output", rule.get("Output")) : otherwise;
    return new Output(output, assigned == null ? Map.of() : assigned);
  }

  private static Map<String, @Nullable Object> assigned(
      PathQuery query, Map<String, @Nullable Object> rule) {
    Map<String, @Nullable Object> assigned = Json.asObject(query.template(rule.get("Assign")));
    return assigned == null ? Map.of() : assigned;
  }

  private @Nullable Object resultPath(Map<String, @Nullable Object> rule, @Nullable Object result) {
    if (!rule.containsKey("ResultPath")) {
      return result;
    }
    return rule.get("ResultPath") instanceof String path
        ? ReferencePath.put(path, visit.input(), result)
        : visit.input();
  }

  private @Nullable Object outputPath(@Nullable Object output) {
    if (!state.has("OutputPath")) {
      return output;
    }
    String path = state.text("OutputPath");
    return path == null ? new LinkedHashMap<String, Object>() : paths(output).path(path);
  }

  /**
   * A positive whole number of seconds that stands in a field, in its {@code …Path} twin or, in
   * JSONata, in an expression.
   *
   * @return null when the state has neither
   */
  @Nullable Number seconds(String field) {
    if (state.jsonata()) {
      return state.has(field) ? evaluatedSeconds(field) : null;
    }
    String path = state.text(field + "Path");
    Object value = path == null ? state.get(field) : paths(input()).path(path);
    if (path == null) {
      return value instanceof Number number ? number : null;
    }
    String shown = path + " == " + (value instanceof String text ? text : Json.write(value));
    if (!(value instanceof Number number)) {
      throw QueryFailure.runtime(
          "The " + field + "Path parameter does not reference a valid number: " + shown);
    }
    if (!isPositiveWhole(number)) {
      throw QueryFailure.runtime(
          "The " + field + "Path parameter does not reference a positive integer: " + shown);
    }
    return number;
  }

  private @Nullable Number evaluatedSeconds(String field) {
    Number number = (Number) expressions().typed(field, state.get(field), "number");
    if (number != null && !isPositiveWhole(number)) {
      throw QueryFailure.evaluation(
          "The " + field + " field must be a positive integer: " + Json.write(number), field);
    }
    return number;
  }

  private static boolean isPositiveWhole(Number number) {
    return number.doubleValue() > 0 && number.doubleValue() == Math.rint(number.doubleValue());
  }
}
