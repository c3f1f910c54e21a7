package io.eventwright.local.states.definition;

import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds fields that stand beside the one that says the same by a path, of which one may stand. */
final class TwinChecks {
  private static final List<String> OF_A_STATE =
      List.of(
          "Error",
          "Cause",
          "TimeoutSeconds",
          "HeartbeatSeconds",
          "MaxConcurrency",
          "ToleratedFailureCount",
          "ToleratedFailurePercentage");

  private static final List<String> OF_A_BATCHER =
      List.of("MaxItemsPerBatch", "MaxInputBytesPerBatch");

  private final List<DefinitionProblem> problems = new ArrayList<>();

  private TwinChecks() {}

  static List<DefinitionProblem> check(Map<String, @Nullable Object> state, String at) {
    TwinChecks checks = new TwinChecks();
    checks.twins(state, OF_A_STATE, at);
    Map<String, @Nullable Object> batcher = Json.asObject(state.get("ItemBatcher"));
    if (batcher != null) {
      checks.twins(batcher, OF_A_BATCHER, at + "/ItemBatcher");
      if (OF_A_BATCHER.stream()
          .noneMatch(name -> batcher.containsKey(name) || batcher.containsKey(name + "Path"))) {
        checks.add(
            "These required fields are missing: [MaxItemsPerBatch or MaxInputBytesPerBatch]",
            at + "/ItemBatcher");
      }
    }
    Map<String, @Nullable Object> reader = Json.asObject(state.get("ItemReader"));
    Map<String, @Nullable Object> config =
        reader == null ? null : Json.asObject(reader.get("ReaderConfig"));
    if (config != null) {
      checks.twins(config, List.of("MaxItems"), at + "/ItemReader/ReaderConfig");
    }
    return checks.problems;
  }

  private void add(String message, String at) {
    problems.add(new DefinitionProblem(DefinitionChecks.SCHEMA, message, at));
  }

  private void twins(Map<String, @Nullable Object> fields, List<String> names, String at) {
    for (String name : names) {
      if (fields.containsKey(name) && fields.containsKey(name + "Path")) {
        add("State must not have both '%s' and '%sPath'".formatted(name, name), at);
      }
    }
  }
}
