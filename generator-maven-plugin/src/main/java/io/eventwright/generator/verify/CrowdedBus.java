package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** More rules, or more rules with wildcards, than a bus takes. Error. */
final class CrowdedBus implements TemplateRule {

  @Override
  public String id() {
    return "crowded-bus";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    Map<String, List<Resource>> byBus =
        template.ofType(Types.RULE).stream()
            .collect(
                Collectors.groupingBy(
                    rule -> String.join("", Values.references(rule.at("EventBusName"))),
                    TreeMap::new,
                    Collectors.toList()));
    byBus.forEach(
        (bus, rules) -> {
          limit(found, "eventbridge.rules-per-bus", "", rules);
          limit(found, "eventbridge.wildcard-rules-per-bus", " with wildcards", wild(rules));
        });
  }

  private static List<Resource> wild(List<Resource> rules) {
    return rules.stream()
        .filter(
            rule -> {
              Node pattern = rule.at("EventPattern");
              return pattern != null && PatternSyntax.wildcards(pattern) > 0;
            })
        .toList();
  }

  private static void limit(Findings found, String quota, String what, List<Resource> rules) {
    long most = found.quota(quota);
    if (rules.size() > most) {
      found.error(
          rules.get((int) most),
          "is the first of too many rules"
              + what
              + ": its bus has "
              + rules.size()
              + ", and takes "
              + most
              + ". Split the system in two.");
    }
  }
}
