package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.Properties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.RuleCompiler;

/**
 * An event source mapping's filter criteria; a record passes if any pattern matches (AWS Lambda,
 * "Event filtering").
 */
public final class RecordFilter {

  /** Passes everything. */
  static final RecordFilter ALL = new RecordFilter(null);

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
      return ALL;
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
    if (record.path("kinesis").isObject()) {
      seen = stream(record);
    } else if (record.path("body").isTextual()) {
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

  /** Of a Kinesis record, patterns see its members and {@code data}, parsed if it is JSON. */
  private static ObjectNode stream(ObjectNode record) {
    ObjectNode seen = ((ObjectNode) record.path("kinesis")).deepCopy();
    byte[] data = Base64.getDecoder().decode(seen.path("data").asText());
    seen.put("data", new String(data, StandardCharsets.UTF_8));
    try {
      seen.set("data", Json.parse(data));
    } catch (IllegalArgumentException e) {
      // Not JSON: the pattern may still ask for the text.
    }
    return seen;
  }
}
