package io.eventwright.local.states.definition;

import io.eventwright.local.states.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole definition in the Amazon States Language.
 *
 * @param text the JSON it was read from
 * @param flow its states
 * @param timeout how long an execution may take, null for as long as it likes
 */
public record StateMachineDefinition(String text, FlowDefinition flow, @Nullable Duration timeout) {

  /**
   * Reads a definition.
   *
   * @throws InvalidDefinitionException with everything that is wrong with it
   */
  public static StateMachineDefinition read(String text) {
    Object json;
    try {
      json = Json.parse(text);
    } catch (IllegalArgumentException notJson) {
      throw new InvalidDefinitionException(
          List.of(
              new DefinitionProblem("INVALID_JSON_DESCRIPTION", notJson.getMessage() + "", "")));
    }
    List<DefinitionProblem> problems = DefinitionChecks.check(json);
    Map<String, @Nullable Object> root = Json.asObject(json);
    if (!problems.isEmpty() || root == null) {
      throw new InvalidDefinitionException(problems);
    }
    boolean jsonata = "JSONata".equals(root.get("QueryLanguage"));
    Duration timeout =
        root.get("TimeoutSeconds") instanceof Number seconds
            ? Duration.ofSeconds(seconds.longValue())
            : null;
    return new StateMachineDefinition(text, FlowDefinition.read(root, jsonata), timeout);
  }
}
