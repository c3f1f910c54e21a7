package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;

/**
 * A filter policy that SNS refuses: for its syntax, its keys, its size, or the combinations that it
 * makes. Error.
 */
final class FilterPolicyLimits implements TemplateRule {

  @Override
  public String id() {
    return "filter-policy";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource subscription : template.ofType(Types.SUBSCRIPTION)) {
      Node policy = subscription.at("FilterPolicy");
      if (policy == null) {
        continue;
      }
      new PatternSyntax(
              found.quota("sns.filter-number"),
              (location, message) ->
                  found.error(
                      subscription, location, "has a filter that cannot be: " + message + "."))
          .check(policy);
      boolean body = "MessageBody".equals(Values.text(subscription.at("FilterPolicyScope")));
      if (policy instanceof ObjectNode object) {
        limit(found, subscription, "sns.filter-keys", object.members().size(), "keys");
        if (!body
            && object.members().values().stream()
                .anyMatch(each -> each.value() instanceof ObjectNode)) {
          found.error(
              subscription,
              "looks into the message, and filters by attributes. Write FilterPolicyScope: MessageBody.");
        }
      }
      limit(found, subscription, "sns.filter-bytes", JsonLength.of(policy), "bytes");
      limit(
          found,
          subscription,
          "sns.filter-combinations",
          combinations(policy, 0),
          "combinations of values, each counted as deep as it lies");
    }
  }

  private static void limit(
      Findings found, Resource subscription, String quota, long has, String what) {
    long most = found.quota(quota);
    if (has > most) {
      found.error(
          subscription,
          subscription.locationOf("FilterPolicy"),
          "has a filter of "
              + has
              + " "
              + what
              + ", and SNS takes "
              + most
              + ". Shorten where:, or take via: queue.");
    }
  }

  /** The values of each list times how deep it lies, all multiplied. */
  private static long combinations(Node node, int depth) {
    if (node instanceof ArrayNode list) {
      return Math.max(1L, (long) list.items().size() * Math.max(1, depth));
    }
    long product = 1;
    if (node instanceof ObjectNode object) {
      for (ObjectNode.Member each : object.members().values()) {
        product = Math.min(Integer.MAX_VALUE, product * combinations(each.value(), depth + 1));
      }
    }
    return product;
  }
}
