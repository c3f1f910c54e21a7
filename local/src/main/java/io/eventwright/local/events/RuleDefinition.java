package io.eventwright.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.RuleCompiler;

/**
 * A rule as its template declares it.
 *
 * @param logicalId its name in the template
 * @param arn its ARN
 * @param bus its bus's name
 * @param pattern what it matches; null if it is a schedule only
 * @param schedule when it fires; null if it only matches
 * @param enabled whether it works
 * @param targets whom it tells
 */
public record RuleDefinition(
    String logicalId,
    String arn,
    String bus,
    @Nullable String pattern,
    @Nullable String schedule,
    boolean enabled,
    List<TargetDefinition> targets) {

  private static final int LONGEST_PATTERN = 2_048;
  private static final int MOST_TARGETS = 5;
  private static final Pattern WILDCARD = Pattern.compile("\"wildcard\"\\s*:");

  /** Copies the targets. */
  public RuleDefinition {
    targets = List.copyOf(targets);
  }

  /** Whether its pattern counts against the bus's limit of wildcard rules. */
  boolean hasWildcard() {
    return pattern != null && WILDCARD.matcher(pattern).find();
  }

  /** Reads a rule's properties, by the service's limits. */
  public static RuleDefinition of(Resource resource) {
    Properties properties = resource.properties();
    properties.without("Name", "Description", "RoleArn", "Tags");
    JsonNode given = properties.tree("EventPattern");
    String pattern = given == null ? null : given.isTextual() ? given.asText() : Json.write(given);
    if (pattern != null) {
      checkPattern(properties, pattern);
    }
    String bus = properties.text("EventBusName", "default");
    List<TargetDefinition> targets =
        properties.parts("Targets").stream().map(TargetDefinition::of).toList();
    if (targets.size() > MOST_TARGETS) {
      properties.problem("Targets", "too-many-targets", "has more than the five a rule may have");
    }
    String schedule = properties.text("ScheduleExpression");
    if (schedule != null && !bus.equals("default")) {
      properties.problem("ScheduleExpression", "schedule-on-bus", "works on the default bus only");
    }
    if (schedule == null && pattern == null) {
      properties.problem("EventPattern", "missing-property", "or ScheduleExpression is required");
    }
    return new RuleDefinition(
        resource.logicalId(),
        resource.arn(),
        bus.substring(bus.lastIndexOf('/') + 1),
        pattern,
        schedule,
        !properties.text("State", "ENABLED").equals("DISABLED"),
        targets);
  }

  private static void checkPattern(Properties properties, String pattern) {
    if (pattern.length() > LONGEST_PATTERN) {
      properties.problem(
          "EventPattern",
          "pattern-too-long",
          "has " + pattern.length() + " characters; the service takes 2048");
    }
    String fault = RuleCompiler.check(pattern);
    if (fault != null) {
      properties.problem("EventPattern", "invalid-pattern", fault);
    }
  }
}
