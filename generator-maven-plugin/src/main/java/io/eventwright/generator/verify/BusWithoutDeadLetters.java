package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Encrypted;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;

/**
 * A bus with a customer's key and without dead letters of its own: an event that the key does not
 * encrypt or decrypt is lost (EventBridge user guide, "Using dead-letter queues to capture
 * encrypted event errors"). Error.
 */
final class BusWithoutDeadLetters implements TemplateRule {

  @Override
  public String id() {
    return "bus-without-dead-letters";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource bus : template.ofType(Types.BUS)) {
      if (Encrypted.with(template, bus).isPresent() && bus.at("DeadLetterConfig", "Arn") == null) {
        found.error(
            bus,
            "has a key, and nowhere to keep what the key does not encrypt. Name a queue in DeadLetterConfig.");
      }
    }
  }
}
