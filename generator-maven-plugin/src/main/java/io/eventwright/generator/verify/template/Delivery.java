package io.eventwright.generator.verify.template;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service hands to a resource in its own name, so that the resource's policy must admit it.
 *
 * @param service the principal
 * @param source the logical id on whose behalf it is done
 * @param target the logical id of what is given something
 * @param location where that is asked for
 */
public record Delivery(String service, String source, String target, SourceLocation location) {

  private static final String EVENTS = "events.amazonaws.com";
  private static final String TOPICS = "sns.amazonaws.com";

  /** All that a template asks for. */
  public static List<Delivery> of(SamTemplate template) {
    List<Delivery> deliveries = new ArrayList<>();
    for (Resource rule : template.ofType(Types.RULE)) {
      for (Node target : Values.many(rule.at("Targets"))) {
        // With a role the target's own policy is not asked.
        if (Values.at(target, "RoleArn") == null) {
          add(deliveries, EVENTS, rule, Values.at(target, "Arn"));
        }
        add(deliveries, EVENTS, rule, Values.at(target, "DeadLetterConfig", "Arn"));
      }
    }
    for (Resource bus : template.ofType(Types.BUS)) {
      add(deliveries, EVENTS, bus, bus.at("DeadLetterConfig", "Arn"));
    }
    for (Resource subscription : template.ofType(Types.SUBSCRIPTION)) {
      template
          .named(subscription.at("TopicArn"), Types.TOPIC)
          .ifPresent(
              topic -> {
                add(deliveries, TOPICS, topic, subscription.at("Endpoint"));
                add(
                    deliveries,
                    TOPICS,
                    topic,
                    subscription.at("RedrivePolicy", "deadLetterTargetArn"));
              });
    }
    return deliveries;
  }

  private static void add(
      List<Delivery> deliveries, String service, Resource source, @Nullable Node target) {
    if (target != null) {
      Values.reference(target)
          .ifPresent(
              id -> deliveries.add(new Delivery(service, source.id(), id, target.location())));
    }
  }
}
