package io.eventwright.generator.verify;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.verify.template.Alarm;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Statement;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dependency whose breaker some function shares, and of which no alarm tells that calls fail,
 * that it is open, or that it stays half open. Error.
 */
final class UnwatchedBreaker implements TemplateRule {

  private static final String BREAKER = "breaker#";

  /** What the runtime says of a dependency, and what each tells. */
  private static final Map<String, String> METRICS = metrics();

  private static Map<String, String> metrics() {
    Map<String, String> metrics = new LinkedHashMap<>();
    metrics.put("FailurePercent", "that calls of it fail, before its breaker opens");
    metrics.put("Open", "that its breaker is open");
    metrics.put("HalfOpenSeconds", "that its breaker stays half open");
    return metrics;
  }

  @Override
  public String id() {
    return "unwatched-breaker";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    List<Alarm> alarms = Alarm.of(template);
    Map<String, Use> uses = uses(template);
    uses.forEach(
        (dependency, use) ->
            METRICS.forEach(
                (metric, tells) -> {
                  if (alarms.stream().noneMatch(each -> isOn(each, metric, dependency))) {
                    found.error(
                        use.role(),
                        use.location(),
                        "shares the breaker of "
                            + dependency
                            + ", and no alarm tells "
                            + tells
                            + ". Add one on "
                            + metric
                            + ".");
                  }
                }));
  }

  /** Where a breaker is used first. */
  private record Use(Resource role, SourceLocation location) {}

  /** By dependency: a role names the rows of the breakers that it shares. */
  private static Map<String, Use> uses(SamTemplate template) {
    Map<String, Use> uses = new LinkedHashMap<>();
    for (Resource role : template.ofType(Types.ROLE)) {
      for (Statement statement : Statement.ofRole(role)) {
        statement.conditions("dynamodb:LeadingKeys").stream()
            .flatMap(keys -> Values.texts(keys).stream())
            .filter(key -> key.startsWith(BREAKER) && key.indexOf('*') < 0)
            .forEach(
                key ->
                    uses.putIfAbsent(
                        key.substring(BREAKER.length()), new Use(role, statement.location())));
      }
    }
    return uses;
  }

  private static boolean isOn(Alarm alarm, String metric, String dependency) {
    return alarm.namespace().equals("Eventwright")
        && alarm.metric().equals(metric)
        && dependency.equals(Values.text(alarm.dimensions().get("Dependency")));
  }
}
