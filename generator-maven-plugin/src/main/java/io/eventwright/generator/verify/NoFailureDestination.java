package io.eventwright.generator.verify;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.Delivery;
import io.eventwright.generator.verify.template.EventSource;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A delivery whose failures go nowhere: what cannot be delivered is lost. Error. */
final class NoFailureDestination implements TemplateRule {

  @Override
  public String id() {
    return "no-failure-destination";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource rule : template.ofType(Types.RULE)) {
      for (Node target : Values.many(rule.at("Targets"))) {
        require(
            found,
            rule,
            target.location(),
            "a target",
            Values.at(target, "DeadLetterConfig", "Arn"));
      }
    }
    for (Resource schedule : template.ofType(Types.SCHEDULE)) {
      require(
          found,
          schedule,
          schedule.location(),
          "a target",
          schedule.at("Target", "DeadLetterConfig", "Arn"));
    }
    for (Resource subscription : template.ofType(Types.SUBSCRIPTION)) {
      require(
          found,
          subscription,
          subscription.location(),
          "a subscription",
          subscription.at("RedrivePolicy", "deadLetterTargetArn"));
    }
    for (EventSource source : EventSource.of(template)) {
      if (source.type().equals("SQS")) {
        template
            .named(source.at("Queue"), Types.QUEUE)
            .ifPresent(
                queue ->
                    require(
                        found,
                        queue,
                        queue.location(),
                        "an event source",
                        queue.at("RedrivePolicy", "deadLetterTargetArn")));
      } else if (source.isStream()) {
        require(
            found,
            source.function(),
            source.location(),
            "a stream",
            source.at("DestinationConfig", "OnFailure", "Destination"));
      }
    }
    for (Resource function : template.ofType(Types.FUNCTION)) {
      if (isCalledAsynchronously(template, function)) {
        require(
            found,
            function,
            function.location(),
            "an asynchronous call",
            function.at("EventInvokeConfig", "DestinationConfig", "OnFailure", "Destination"));
      }
    }
  }

  private static boolean isCalledAsynchronously(SamTemplate template, Resource function) {
    boolean byRule =
        Delivery.of(template).stream().anyMatch(each -> each.target().equals(function.id()));
    return byRule
        || EventSource.of(function).stream()
            .anyMatch(
                each ->
                    List.of("Schedule", "ScheduleV2", "S3", "SNS", "EventBridgeRule")
                        .contains(each.type()));
  }

  private static void require(
      Findings found,
      Resource resource,
      SourceLocation location,
      String what,
      @Nullable Node destination) {
    if (destination == null) {
      found.error(
          resource,
          location,
          "has " + what + " whose failures go nowhere. Name a queue or a bucket for them.");
    }
  }
}
