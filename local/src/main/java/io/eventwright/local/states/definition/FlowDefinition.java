package io.eventwright.local.states.definition;

import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named states and the one to start at: a whole machine, a branch or a Map's processor.
 *
 * @param startAt the name of the first state
 * @param states the states by name, in the order written
 * @param distributed whether each run of it is an execution of its own
 */
public record FlowDefinition(
    String startAt, Map<String, StateDefinition> states, boolean distributed) {

  /**
   * Reads a flow that {@link DefinitionChecks} found nothing wrong with.
   *
   * @param jsonata whether the machine's query language is JSONata; a state may have another, but
   *     the states within it do not inherit that one ("Query Languages" of the specification)
   */
  static FlowDefinition read(Map<String, @Nullable Object> json, boolean jsonata) {
    Map<String, StateDefinition> states = new LinkedHashMap<>();
    Map<String, @Nullable Object> written = Json.asObject(json.get("States"));
    if (written != null) {
      written.forEach(
          (name, state) -> {
            Map<String, @Nullable Object> fields = Json.asObject(state);
            if (fields != null) {
              states.put(name, state(name, fields, jsonata));
            }
          });
    }
    Map<String, @Nullable Object> config = Json.asObject(json.get("ProcessorConfig"));
    boolean distributed = config != null && "DISTRIBUTED".equals(config.get("Mode"));
    return new FlowDefinition(String.valueOf(json.get("StartAt")), states, distributed);
  }

  private static StateDefinition state(
      String name, Map<String, @Nullable Object> fields, boolean inherited) {
    Object language = fields.get("QueryLanguage");
    boolean jsonata = language == null ? inherited : "JSONata".equals(language);
    List<FlowDefinition> flows = new ArrayList<>();
    List<@Nullable Object> branches = Json.asArray(fields.get("Branches"));
    if (branches != null) {
      branches.forEach(branch -> add(flows, branch, inherited));
    }
    add(
        flows,
        fields.get(fields.containsKey("ItemProcessor") ? "ItemProcessor" : "Iterator"),
        inherited);
    return new StateDefinition(
        name, String.valueOf(fields.get("Type")), fields, jsonata, List.copyOf(flows));
  }

  private static void add(List<FlowDefinition> flows, @Nullable Object flow, boolean jsonata) {
    Map<String, @Nullable Object> json = Json.asObject(flow);
    if (json != null) {
      flows.add(read(json, jsonata));
    }
  }
}
