package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.Properties;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.RuleCompiler;

/**
 * An event source mapping's filter criteria; a record passes if any pattern matches (AWS Lambda,
 * "Event filtering").
 */
public final class RecordFilter {

  private final @Nullable Machine machine;

  private RecordFilter(@Nullable Machine machine) {
    this.machine = machine;
  }

  /** From {@code {"Filters": [{"Pattern": "..."}]}}; null passes all. */
  static RecordFilter of(@Nullable JsonNode criteria, Properties owner) {
    List<String> patterns = new ArrayList<>();
    if (criteria != null) {
      criteria.path("Filters").forEach(filter -> patterns.add(filter.path("Pattern").asText()));
    }
    if (patterns.isEmpty()) {
      return new RecordFilter(null);
    }
    Machine machine = Machine.builder().build();
    for (String pattern : patterns) {
      String fault = RuleCompiler.check(pattern);
      if (fault != null) {
        owner.problem("FilterCriteria", "invalid-pattern", fault);
        continue;
      }
      try {
        machine.addRule(pattern, pattern);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return new RecordFilter(machine);
  }

  /** Whether the function gets to see it. */
  boolean passes(ObjectNode record) {
    if (machine == null) {
      return true;
    }
    ObjectNode seen = record;
    if (record.path("body").isTextual()) {
      seen = record.deepCopy();
      try {
        seen.set("body", Json.parse(record.path("body").asText()));
      } catch (IllegalArgumentException e) {
        // Not JSON: the pattern may still ask for the text.
      }
    }
    try {
      return !machine.rulesForJSONEvent(Json.write(seen)).isEmpty();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
