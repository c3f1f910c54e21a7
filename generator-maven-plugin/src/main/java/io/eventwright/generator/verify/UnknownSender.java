package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Delivery;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Statement;
import java.util.List;

/** A statement that lets a service in on behalf of what sends nothing there. Error. */
final class UnknownSender implements TemplateRule {

  @Override
  public String id() {
    return "unknown-sender";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    List<Delivery> deliveries = Delivery.of(template);
    for (Resource policy : ResourcePolicies.of(template)) {
      for (Statement each : ResourcePolicies.statements(policy)) {
        for (String target : each.allows() ? each.resourceIds() : List.<String>of()) {
          if (deliveries.stream()
              .noneMatch(
                  delivery ->
                      delivery.target().equals(target) && RefusedDelivery.admits(each, delivery))) {
            found.error(
                policy,
                each.location(),
                "admits "
                    + String.join(", ", each.services())
                    + " to "
                    + target
                    + ", and what it names sends nothing there. Remove it, or correct aws:SourceArn.");
          }
        }
      }
    }
  }
}
