package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Delivery;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Statement;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;

/**
 * Something that a rule or topic sends where its policy does not let it in: the service drops it
 * without a word. Error.
 */
final class RefusedDelivery implements TemplateRule {

  @Override
  public String id() {
    return "refused-delivery";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Delivery each : Delivery.of(template)) {
      Resource target = template.resources().get(each.target());
      Resource source = template.resources().get(each.source());
      if (target != null && source != null && !isLetIn(template, each, target)) {
        found.error(
            source,
            each.location(),
            "sends to "
                + each.target()
                + ", whose policy does not admit "
                + each.service()
                + " on its behalf. Add a statement with its ARN as aws:SourceArn.");
      }
    }
  }

  private static boolean isLetIn(SamTemplate template, Delivery delivery, Resource target) {
    if (target.type().equals(Types.FUNCTION)) {
      return template.ofType(Types.PERMISSION).stream()
          .anyMatch(
              each ->
                  Values.references(each.at("FunctionName")).contains(target.id())
                      && delivery.service().equals(Values.text(each.at("Principal")))
                      && Values.references(each.at("SourceArn")).contains(delivery.source()));
    }
    return ResourcePolicies.of(template, target).stream()
        .flatMap(policy -> ResourcePolicies.statements(policy).stream())
        .anyMatch(each -> each.allows() && admits(each, delivery));
  }

  static boolean admits(Statement statement, Delivery delivery) {
    return statement.services().contains(delivery.service())
        && statement.resourceIds().contains(delivery.target())
        && statement.sources().stream()
            .anyMatch(source -> Values.references(source).contains(delivery.source()));
  }
}
