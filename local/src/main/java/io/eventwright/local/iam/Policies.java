package io.eventwright.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.Resource;
import io.eventwright.local.template.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a template's roles allow, and what its resources' own policies say. */
final class Policies {

  private final Map<String, List<Statement>> byRole = new HashMap<>();
  private final Map<String, List<Statement>> trusts = new HashMap<>();
  private final Map<String, List<Statement>> byResource = new HashMap<>();

  /** Reads every policy; one that cannot be evaluated here is noted as a problem. */
  static Policies of(Stack stack) {
    Policies policies = new Policies();
    stack.ofType("AWS::IAM::ManagedPolicy").forEach(p -> policies.managed(stack, p));
    stack.ofType("AWS::IAM::Role").forEach(policies::role);
    stack.ofType("AWS::IAM::Policy").forEach(p -> policies.attached(stack, p));
    for (Resource policy : stack.ofType("AWS::SQS::QueuePolicy")) {
      policies.ofResources(stack, policy, policy.properties().texts("Queues"));
    }
    for (Resource policy : stack.ofType("AWS::SNS::TopicPolicy")) {
      policies.ofResources(stack, policy, policy.properties().texts("Topics"));
    }
    for (Resource policy : stack.ofType("AWS::S3::BucketPolicy")) {
      policies.ofResources(stack, policy, policy.properties().texts("Bucket"));
    }
    for (Resource key : stack.ofType("AWS::KMS::Key")) {
      JsonNode policy = key.properties().tree("KeyPolicy");
      policies.byResource.put(key.arn(), new ArrayList<>(read(key, "KeyPolicy", policy)));
    }
    stack.ofType("AWS::Lambda::Permission").forEach(p -> policies.permission(stack, p));
    return policies;
  }

  List<Statement> ofRole(String roleArn) {
    return byRole.getOrDefault(roleArn, List.of());
  }

  /** Who may assume a role, and when. */
  List<Statement> trust(String roleArn) {
    return trusts.getOrDefault(roleArn, List.of());
  }

  /** Of a queue, topic or function by its ARN, of a bucket also by that of an object. */
  List<Statement> ofResource(String arn) {
    String owner = arn.startsWith("arn:aws:s3:::") ? arn.replaceFirst("/.*", "") : arn;
    return byResource.getOrDefault(owner, List.of());
  }

  /** Whether anything is known of a resource's own policy. */
  boolean hasOf(String arn) {
    return byResource.containsKey(arn);
  }

  private void role(Resource role) {
    List<Statement> statements = byRole.computeIfAbsent(role.arn(), arn -> new ArrayList<>());
    statements.addAll(inline(role, "Policies"));
    JsonNode trust = role.properties().tree("AssumeRolePolicyDocument");
    trusts.put(role.arn(), read(role, "AssumeRolePolicyDocument", trust));
    for (String managed : role.properties().texts("ManagedPolicyArns")) {
      statements.addAll(managed(role, managed));
    }
    if (role.properties().has("SamPolicies")) {
      JsonNode given = role.properties().tree("SamPolicies");
      for (JsonNode policy : given != null && given.isArray() ? given : List.of(given)) {
        if (policy.isTextual()) {
          statements.addAll(managed(role, policy.asText()));
        } else if (policy.has("Statement")) {
          statements.addAll(read(role, "Policies", policy));
        } else {
          role.properties()
              .problem(
                  "Policies",
                  "unsupported-policy",
                  "has a SAM policy template, which the local cloud does not expand: write a"
                      + " statement instead");
        }
      }
    }
  }

  /** What SAM adds to a role that it makes itself, by what feeds the function. */
  void addExecution(String roleArn) {
    List<Statement> statements = byRole.computeIfAbsent(roleArn, arn -> new ArrayList<>());
    statements.addAll(ManagedPolicies.execution());
  }

  private List<Statement> managed(Resource role, String name) {
    List<Statement> own = byResource.get(name);
    if (own != null) {
      return own;
    }
    List<Statement> known = ManagedPolicies.find(name);
    if (known == null) {
      role.properties()
          .problem(
              "ManagedPolicyArns",
              "unsupported-policy",
              "names " + name + ", whose statements the local cloud does not know");
      return List.of();
    }
    return known;
  }

  private void managed(Stack stack, Resource policy) {
    List<Statement> statements = document(policy);
    byResource.put(policy.ref(), statements);
    attach(stack, policy, statements);
  }

  private void attached(Stack stack, Resource policy) {
    attach(stack, policy, document(policy));
  }

  private void attach(Stack stack, Resource policy, List<Statement> statements) {
    for (String name : policy.properties().texts("Roles")) {
      stack.ofType("AWS::IAM::Role").stream()
          .filter(role -> role.name().equals(name))
          .forEach(
              role ->
                  byRole.computeIfAbsent(role.arn(), arn -> new ArrayList<>()).addAll(statements));
    }
  }

  private void ofResources(Stack stack, Resource policy, List<String> refs) {
    List<Statement> statements = document(policy);
    for (String ref : refs) {
      for (Resource resource : stack.resources()) {
        if (resource.ref().equals(ref) && resource.arn().startsWith("arn:")) {
          byResource.computeIfAbsent(resource.arn(), arn -> new ArrayList<>()).addAll(statements);
        }
      }
    }
  }

  /** {@code AWS::Lambda::Permission} is a statement of the function's policy. */
  private void permission(Stack stack, Resource permission) {
    String function = String.valueOf(permission.properties().text("FunctionName"));
    Map<String, Object> statement = new HashMap<>();
    statement.put("Effect", "Allow");
    statement.put("Principal", String.valueOf(permission.properties().text("Principal")));
    statement.put("Action", String.valueOf(permission.properties().text("Action")));
    String source = permission.properties().text("SourceArn");
    if (source != null) {
      statement.put("Condition", Map.of("ArnLike", Map.of("aws:SourceArn", source)));
    }
    for (Resource resource : stack.ofType("AWS::Lambda::Function")) {
      if (List.of(resource.ref(), resource.arn(), resource.name()).contains(function)) {
        statement.put("Resource", resource.arn());
        JsonNode document = Json.toTree(Map.of("Statement", List.of(statement)));
        byResource
            .computeIfAbsent(resource.arn(), arn -> new ArrayList<>())
            .addAll(Statement.ofDocument(document));
      }
    }
  }

  private static List<Statement> inline(Resource role, String property) {
    List<Statement> statements = new ArrayList<>();
    JsonNode given = role.properties().tree(property);
    if (given != null) {
      given.forEach(p -> statements.addAll(read(role, property, p.path("PolicyDocument"))));
    }
    return statements;
  }

  private static List<Statement> document(Resource policy) {
    return read(policy, "PolicyDocument", policy.properties().tree("PolicyDocument"));
  }

  private static List<Statement> read(
      Resource owner, String property, @Nullable JsonNode document) {
    try {
      return document == null ? List.of() : Statement.ofDocument(document);
    } catch (IllegalArgumentException e) {
      owner.properties().problem(property, "unsupported-policy", String.valueOf(e.getMessage()));
      return List.of();
    }
  }
}
