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
  private final boolean machine;
  private final @Nullable String condition;

  /**
   * The events of a function or, with {@code machine}, of a state machine.
   *
   * @param owner its logical id
   */
  SamEvents(
      Template template,
      Problems problems,
      String owner,
      boolean machine,
      @Nullable String condition) {
    this.template = template;
    this.problems = problems;
    this.owner = owner;
    this.machine = machine;
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
        resourceType = rule(given, permitted(name, path, declarations));
      }
      case "Schedule" -> {
        rename(given, "Schedule", "ScheduleExpression");
        enabledToState(given);
        resourceType = rule(given, permitted(name, path, declarations));
      }
      case "ScheduleV2" -> {
        if (!given.containsKey("RoleArn")) {
          given.put("RoleArn", role(name, "scheduler.amazonaws.com", path, declarations));
        }
        resourceType = schedule(given);
      }
      case "HttpApi" -> {
        given.put("Function", Map.of("Fn::GetAtt", List.of(owner, "Arn")));
        resourceType = "EventwrightLocal::HttpRoute";
      }
      case "Api" -> {
        given.put("Function", Map.of("Fn::GetAtt", List.of(owner, "Arn")));
        resourceType = "EventwrightLocal::RestRoute";
      }
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

  /** SAM lets a rule reach its function by a permission, and its state machine by a role. */
  private @Nullable Object permitted(String name, String path, Consumer<Declaration> declarations) {
    if (machine) {
      return role(name, "events.amazonaws.com", path, declarations);
    }
    Map<String, @Nullable Object> permission = new LinkedHashMap<>();
    permission.put("FunctionName", Map.of("Ref", owner));
    permission.put("Action", "lambda:InvokeFunction");
    permission.put("Principal", "events.amazonaws.com");
    permission.put("SourceArn", Map.of("Fn::GetAtt", List.of(owner + name, "Arn")));
    declarations.accept(
        new Declaration(
            owner + name + "Permission", "AWS::Lambda::Permission", permission, condition, path));
    return null;
  }

  private Object role(
      String name, String service, String path, Consumer<Declaration> declarations) {
    String id = owner + name + "Role";
    Map<String, Object> trust =
        Map.of(
            "Effect", "Allow",
            "Principal", Map.of("Service", service),
            "Action", "sts:AssumeRole");
    Map<String, Object> allows =
        Map.of(
            "Effect",
            "Allow",
            "Action",
            machine ? "states:StartExecution" : "lambda:InvokeFunction",
            "Resource",
            Map.of("Fn::GetAtt", List.of(owner, "Arn")));
    Map<String, @Nullable Object> role = new LinkedHashMap<>();
    role.put("AssumeRolePolicyDocument", Map.of("Statement", List.of(trust)));
    role.put(
        "Policies",
        List.of(Map.of("PolicyName", id, "PolicyDocument", Map.of("Statement", List.of(allows)))));
    declarations.accept(new Declaration(id, "AWS::IAM::Role", role, condition, path));
    return Map.of("Fn::GetAtt", List.of(id, "Arn"));
  }

  private String rule(Map<String, @Nullable Object> given, @Nullable Object role) {
    Map<String, @Nullable Object> target = target();
    target.put("Id", owner);
    if (role != null) {
      target.put("RoleArn", role);
    }
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
