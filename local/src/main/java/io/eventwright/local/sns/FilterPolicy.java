package io.eventwright.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.Properties;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.RuleCompiler;

/**
 * What a subscription lets through, within the service's limits (Amazon SNS, "Filter policy
 * constraints"): five top-level keys, 150 combinations, where in a body each level counts once
 * more, numbers from -10^9 to 10^9 with five decimals, 256 KB.
 */
final class FilterPolicy {

  private static final int MOST_KEYS = 5;
  private static final int MOST_COMBINATIONS = 150;
  private static final int LARGEST = 256 * 1024;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
  private static final int DECIMALS = 5;
  private static final String RULE = "policy";

  private final Machine machine = Machine.builder().build();
  private final boolean onBody;

  private FilterPolicy(String pattern, boolean onBody) throws IOException {
    this.onBody = onBody;
    machine.addRule(RULE, pattern);
  }

  /** Reads it from a subscription; null lets everything through. */
  static @Nullable FilterPolicy of(Properties properties) {
    JsonNode policy = properties.tree("FilterPolicy");
    String scope = properties.text("FilterPolicyScope", "MessageAttributes");
    if (!scope.equals("MessageBody") && !scope.equals("MessageAttributes")) {
      properties.problem("FilterPolicyScope", "wrong-value", "is MessageBody or MessageAttributes");
      return null;
    }
    if (policy == null || policy.isEmpty()) {
      return null;
    }
    boolean onBody = scope.equals("MessageBody");
    String pattern = Json.write(policy);
    String fault = fault(policy, pattern, onBody);
    if (fault != null) {
      properties.problem("FilterPolicy", "invalid-filter-policy", fault);
      return null;
    }
    try {
      return new FilterPolicy(pattern, onBody);
    } catch (IOException e) {
      properties.problem("FilterPolicy", "invalid-filter-policy", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static @Nullable String fault(JsonNode policy, String pattern, boolean onBody) {
    if (pattern.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      return "is larger than 256 KB";
    }
    if (policy.size() > MOST_KEYS) {
      return "has " + policy.size() + " top-level keys; the service takes five";
    }
    if (!onBody) {
      for (JsonNode values : policy) {
        if (values.isObject()) {
          return "is nested, which only a policy on the message's body may be";
        }
      }
    }
    long combinations = combinations(policy, 1);
    if (combinations > MOST_COMBINATIONS) {
      return "has " + combinations + " combinations of values; the service takes 150";
    }
    String number = number(policy);
    return number == null ? RuleCompiler.check(pattern) : number;
  }

  private static long combinations(JsonNode policy, int level) {
    long product = 1;
    for (JsonNode values : policy) {
      long factor =
          values.isObject() ? combinations(values, level + 1) : (long) values.size() * level;
      product = Math.min(1_000_000, product * Math.max(1, factor));
    }
    return product;
  }

  private static @Nullable String number(JsonNode node) {
    if (node.isNumber()) {
      BigDecimal value = node.decimalValue();
      return value.abs().compareTo(MOST) > 0 || value.stripTrailingZeros().scale() > DECIMALS
          ? "has the number " + value + "; the service takes -10^9 to 10^9 with five decimals"
          : null;
    }
    for (JsonNode part : node) {
      String fault = number(part);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  /** Whether a message passes: one whose body is no JSON object passes no policy on the body. */
  boolean passes(Notification message) {
    ObjectNode seen = onBody ? message.bodyAsObject() : message.attributesAsObject();
    try {
      return seen != null && machine.rulesForJSONEvent(Json.write(seen)).contains(RULE);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
