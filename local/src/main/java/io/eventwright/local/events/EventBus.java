package io.eventwright.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.Machine;

/** One bus: which rules match an event, said by the engine that EventBridge itself uses. */
final class EventBus {

  private static final int MOST_RULES = 300;
  private static final int MOST_WILDCARD_RULES = 30;

  private final String name;
  private final Machine machine = Machine.builder().build();
  private final Map<String, RuleDefinition> rules = new LinkedHashMap<>();

  EventBus(String name) {
    this.name = name;
  }

  void add(RuleDefinition rule) {
    rules.put(rule.arn(), rule);
    if (rules.size() > MOST_RULES
        || rules.values().stream().filter(RuleDefinition::hasWildcard).count()
            > MOST_WILDCARD_RULES) {
      throw new IllegalArgumentException(
          "bus " + name + " would have more than 300 rules, or 30 with wildcards");
    }
    if (rule.enabled() && rule.pattern() != null) {
      try {
        machine.addRule(rule.arn(), rule.pattern());
      } catch (IOException e) {
        throw new IllegalArgumentException(rule.logicalId() + ": " + e.getMessage(), e);
      }
    }
  }

  /** All rules, in the order in which they were added. */
  List<RuleDefinition> rules() {
    return List.copyOf(rules.values());
  }

  @Nullable RuleDefinition find(String arn) {
    return rules.get(arn);
  }

  List<RuleDefinition> matching(JsonNode event) {
    List<RuleDefinition> matching = new ArrayList<>();
    try {
      for (String arn : machine.rulesForJSONEvent(Json.write(event))) {
        matching.add(Objects.requireNonNull(rules.get(arn)));
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return matching;
  }
}
