package io.eventwright.local.states.definition;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.JsonataQuery;
import io.eventwright.local.states.query.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds numbers, times and words in a state that are out of their bounds. */
final class LiteralChecks {
  private static final double MOST = 99_999_999;
  private static final double A_YEAR = 31_622_400;

  /** What a number may be, both ends included. */
  private record Bounds(double least, double most, boolean whole) {}

  private static final Map<String, Bounds> OF_A_STATE =
      Map.of(
          "TimeoutSeconds", new Bounds(1, MOST, true),
          "HeartbeatSeconds", new Bounds(1, MOST, true),
          "Seconds", new Bounds(0, MOST, true),
          "MaxConcurrency", new Bounds(0, MOST, true),
          "ToleratedFailureCount", new Bounds(0, MOST, true),
          "ToleratedFailurePercentage", new Bounds(0, 100, false));

  private static final Map<String, Bounds> OF_A_MACHINE =
      Map.of("TimeoutSeconds", new Bounds(1, MOST, true));

  private static final Map<String, Bounds> OF_A_RETRIER =
      Map.of(
          "IntervalSeconds", new Bounds(1, MOST, true),
          "MaxAttempts", new Bounds(0, MOST, true),
          "MaxDelaySeconds", new Bounds(1, A_YEAR, true),
          "BackoffRate", new Bounds(1, MOST, false));

  private final List<DefinitionProblem> problems = new ArrayList<>();

  private LiteralChecks() {}

  static List<DefinitionProblem> ofMachine(Map<String, @Nullable Object> machine) {
    LiteralChecks checks = new LiteralChecks();
    checks.numbers(machine, OF_A_MACHINE, "");
    checks.word(machine, "Version", List.of("1.0"), "");
    return checks.problems;
  }

  static List<DefinitionProblem> ofState(Map<String, @Nullable Object> state, String at) {
    LiteralChecks checks = new LiteralChecks();
    checks.numbers(state, OF_A_STATE, at);
    if (state.get("HeartbeatSeconds") instanceof Number heartbeat
        && state.get("TimeoutSeconds") instanceof Number timeout
        && heartbeat.doubleValue() >= timeout.doubleValue()) {
      checks.add("HeartbeatSeconds must be less than TimeoutSeconds", at + "/HeartbeatSeconds");
    }
    if (state.get("Timestamp") instanceof String time && !JsonataQuery.isExpression(time)) {
      if (Timestamps.read(time) == null) {
        checks.add(
            "The value for the field 'Timestamp' must be a valid ISO-8601 extended offset date-time",
            at + "/Timestamp");
      }
    }
    checks.processor(state, "ItemProcessor", at);
    checks.processor(state, "Iterator", at);
    if (state.get("Label") instanceof String label
        && !label.matches("[^\\s?*<>{}\\[\\]:;,\\\\|^~$#%&`\"\\p{Cntrl}]{1,40}")) {
      checks.add("Label must be 1 to 40 characters without spaces or signs", at + "/Label");
    }
    return checks.problems;
  }

  static List<DefinitionProblem> ofRetrier(Map<String, @Nullable Object> retrier, String at) {
    LiteralChecks checks = new LiteralChecks();
    checks.numbers(retrier, OF_A_RETRIER, at);
    checks.word(retrier, "JitterStrategy", List.of("FULL", "NONE"), at);
    return checks.problems;
  }

  private void word(
      Map<String, @Nullable Object> fields, String name, List<String> words, String at) {
    if (fields.containsKey(name) && !words.contains(String.valueOf(fields.get(name)))) {
      add("Field " + name + " must be one of " + words, at + "/" + name);
    }
  }

  private void processor(Map<String, @Nullable Object> state, String name, String at) {
    Map<String, @Nullable Object> processor = Json.asObject(state.get(name));
    Map<String, @Nullable Object> config =
        processor == null ? null : Json.asObject(processor.get("ProcessorConfig"));
    if (config != null) {
      String place = at + "/" + name + "/ProcessorConfig";
      word(config, "Mode", List.of("INLINE", "DISTRIBUTED"), place);
      word(config, "ExecutionType", List.of("STANDARD", "EXPRESS"), place);
      if ("DISTRIBUTED".equals(config.get("Mode")) && !config.containsKey("ExecutionType")) {
        add("These required fields are missing: [ExecutionType]", place);
      }
    }
  }

  private void add(String message, String at) {
    problems.add(new DefinitionProblem(DefinitionChecks.SCHEMA, message, at));
  }

  private void numbers(Map<String, @Nullable Object> fields, Map<String, Bounds> known, String at) {
    fields.forEach(
        (name, value) -> {
          Bounds bounds = known.get(name);
          if (bounds == null || value instanceof String text && JsonataQuery.isExpression(text)) {
            return;
          }
          double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
          boolean within = number >= bounds.least() && number <= bounds.most();
          if (!within || bounds.whole() && number != Math.rint(number)) {
            add(
                "The value for the field '%s' must be %s between %s and %s"
                    .formatted(
                        name,
                        bounds.whole() ? "an integer" : "a number",
                        (long) bounds.least(),
                        (long) bounds.most()),
                at + "/" + name);
          }
        });
  }
}
