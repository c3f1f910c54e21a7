package io.eventwright.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The {@code Events} of one SAM function or state machine, each as the resource it stands for. */
final class SamEvents {

  private final Template template;
  private final Problems problems;
  private final String owner;
  private final @Nullable String condition;

  SamEvents(Template template, Problems problems, String owner, @Nullable String condition) {
    this.template = template;
    this.problems = problems;
    this.owner = owner;
    this.condition = condition;
  }

  void declare(String name, @Nullable Object event, Consumer<Declaration> declarations) {
    String path = "Resources/" + owner + "/Properties/Events/" + name;
    if (!(event instanceof Map<?, ?> map) || !(map.get("Type") instanceof String type)) {
      problems.add(template.position(path), "no-type", owner + ": event " + name + " has no Type.");
      return;
    }
    Map<String, @Nullable Object> given =
        map.get("Properties") instanceof Map<?, ?> properties
            ? Template.asMap(properties)
            : new LinkedHashMap<>();
    String resourceType;
    switch (type) {
      case "SQS" -> resourceType = mapping(given, "Queue");
      case "DynamoDB", "Kinesis" -> resourceType = mapping(given, "Stream");
      case "EventBridgeRule", "CloudWatchEvent" -> {
        rename(given, "Pattern", "EventPattern");
        resourceType = rule(given);
      }
      case "Schedule" -> {
        rename(given, "Schedule", "ScheduleExpression");
        enabledToState(given);
        resourceType = rule(given);
      }
      case "HttpApi" -> {
        given.put("Function", Map.of("Fn::GetAtt", List.of(owner, "Arn")));
        resourceType = "EventwrightLocal::HttpRoute";
      }
      case "Api" -> {
        given.put("Function", Map.of("Fn::GetAtt", List.of(owner, "Arn")));
        resourceType = "EventwrightLocal::RestRoute";
      }
      case "ScheduleV2" -> resourceType = schedule(given);
      default -> {
        problems.add(
            template.position(path + "/Type"),
            "unsupported-event",
            "%s: the local cloud does not know the event type %s of %s."
                .formatted(owner, type, name));
        return;
      }
    }
    declarations.accept(
        new Declaration(owner + name, resourceType, given, condition, path + "/Properties"));
  }

  private String mapping(Map<String, @Nullable Object> given, String source) {
    rename(given, source, "EventSourceArn");
    given.put("FunctionName", Map.of("Ref", owner));
    return "AWS::Lambda::EventSourceMapping";
  }

  private String rule(Map<String, @Nullable Object> given) {
    Map<String, @Nullable Object> target = target();
    target.put("Id", owner);
    for (String part :
        List.of("Input", "InputPath", "InputTransformer", "RetryPolicy", "DeadLetterConfig")) {
      if (given.containsKey(part)) {
        target.put(part, given.remove(part));
      }
    }
    given.remove("Target"); // only renames the target
    given.put("Targets", List.of(target));
    return "AWS::Events::Rule";
  }

  private String schedule(Map<String, @Nullable Object> given) {
    Map<String, @Nullable Object> target = target();
    target.put("RoleArn", given.remove("RoleArn"));
    for (String part : List.of("Input", "RetryPolicy", "DeadLetterConfig")) {
      if (given.containsKey(part)) {
        target.put(part, given.remove(part));
      }
    }
    given.remove("OmitName");
    given.remove("PermissionsBoundary");
    given.put("Target", target);
    return "AWS::Scheduler::Schedule";
  }

  private Map<String, @Nullable Object> target() {
    Map<String, @Nullable Object> target = new LinkedHashMap<>();
    target.put("Arn", Map.of("Fn::GetAtt", List.of(owner, "Arn")));
    return target;
  }

  private static void enabledToState(Map<String, @Nullable Object> given) {
    Object enabled = given.remove("Enabled");
    if (enabled != null && !given.containsKey("State")) {
      given.put("State", Boolean.parseBoolean(String.valueOf(enabled)) ? "ENABLED" : "DISABLED");
    }
  }

  private static void rename(Map<String, @Nullable Object> given, String from, String to) {
    if (given.containsKey(from)) {
      given.put(to, given.remove(from));
    }
  }
}
