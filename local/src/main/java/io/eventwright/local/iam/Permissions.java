package io.eventwright.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import io.eventwright.local.gateway.RequestFilter;
import io.eventwright.local.template.Resource;
import io.eventwright.local.template.Stack;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Enforces the template's permissions at the endpoint. Functions, containers' tasks and state
 * machines are held to their roles; a caller with any other credentials is the account's owner, as
 * a test is. Whatever was allowed is remembered, so that what a role never needs can be told.
 */
public final class Permissions implements RequestFilter {

  private static final Map<String, List<String>> ALWAYS =
      // The endpoint stands for the service's TLS endpoint.
      Map.of("aws:SecureTransport", List.of("true"));

  /** What the services say when the key refuses; the others say it as of any action. */
  private static final Map<String, String> KEY_REFUSALS =
      Map.of(
          "sqs", "KMS.AccessDeniedException",
          "sns", "KMSAccessDeniedException",
          "kinesis", "KMSAccessDeniedException",
          "s3", "AccessDenied");

  /** What the service binds a key to that encrypts the source itself, by service. */
  private static final Map<String, String> SOURCES =
      Map.of("scheduler", "aws:scheduler:schedule:arn", "pipes", "aws:pipes:arn");

  private final Policies policies;
  private final KeyRights keys;
  private final CallReader calls;
  private final Map<String, Principal> byAccessKey = new HashMap<>();
  private final Set<String> used = new ConcurrentSkipListSet<>();
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private final Consumer<String> told;

  private Permissions(Policies policies, KeyRights keys, CallReader calls, Consumer<String> told) {
    this.policies = policies;
    this.keys = keys;
    this.calls = calls;
    this.told = told;
  }

  /**
   * Reads a stack's policies; what cannot be evaluated here is noted as a problem.
   *
   * @param told is told each refusal once: who retries a refused call may wait for long
   */
  public static Permissions of(Stack stack, Consumer<String> told) {
    Policies policies = Policies.of(stack);
    Map<String, String> keys = new LinkedHashMap<>();
    for (Resource table : stack.ofType("AWS::DynamoDB::Table")) {
      keys.put(table.name(), hashKey(table.properties().tree("KeySchema")));
      for (String kind : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
        JsonNode indexes = table.properties().tree(kind);
        if (indexes != null) {
          for (JsonNode index : indexes) {
            keys.put(
                table.name() + "/index/" + index.path("IndexName").asText(),
                hashKey(index.path("KeySchema")));
          }
        }
      }
    }
    Permissions permissions =
        new Permissions(
            policies,
            new KeyRights(
                Keys.of(stack), policies, stack.settings().region(), stack.settings().accountId()),
            new CallReader(stack.settings().region(), stack.settings().accountId(), keys),
            told);
    stack.ofType("AWS::Lambda::Function").forEach(f -> permissions.add(stack, f, "Role"));
    stack
        .ofType("AWS::ECS::TaskDefinition")
        .forEach(task -> permissions.add(stack, task, "TaskRoleArn"));
    for (Resource machine : stack.ofType("AWS::StepFunctions::StateMachine")) {
      permissions.add(stack, machine, machine.properties().has("RoleArn") ? "RoleArn" : "Role");
    }
    new KeyKeepers(stack, policies, permissions.keys).check();
    return permissions;
  }

  private static String hashKey(@Nullable JsonNode schema) {
    if (schema != null) {
      for (JsonNode key : schema) {
        if (key.path("KeyType").asText().equals("HASH")) {
          return key.path("AttributeName").asText();
        }
      }
    }
    return "";
  }

  private void add(Stack stack, Resource resource, String property) {
    String role = resource.properties().text(property, "");
    boolean madeBySam =
        stack.resources().stream()
            .anyMatch(r -> r.arn().equals(role) && r.properties().has("SamPolicies"));
    if (madeBySam) {
      policies.addExecution(role);
    }
    String roleName = role.substring(role.lastIndexOf('/') + 1);
    byAccessKey.put(
        Identities.accessKeyId(resource.arn()),
        new Principal(
            resource.logicalId(),
            role,
            "arn:aws:sts::%s:assumed-role/%s/%s"
                .formatted(stack.settings().accountId(), roleName, resource.name()),
            policies.ofRole(role)));
  }

  @Override
  public AwsResponse filter(AwsRequest request, AwsService next)
      throws IOException, InterruptedException {
    Principal principal = byAccessKey.get(request.accessKeyId());
    if (principal == null) {
      return next.handle(request);
    }
    for (Access access : calls.read(request)) {
      require(principal, access);
    }
    AwsResponse response = next.handle(request);
    if (request.service().equals("s3") && response.status() == 404) {
      requireToKnow(principal, request);
    }
    return response;
  }

  /**
   * Who may not list a bucket is not told that an object is missing (Amazon S3 API, GetObject,
   * "Permissions").
   */
  private void requireToKnow(Principal principal, AwsRequest request) {
    for (Access access : calls.read(request)) {
      if (access.action().equals("s3:GetObject")) {
        String object = access.resource();
        String bucket = object.substring(0, object.indexOf('/'));
        Access list = withGlobals(Access.of("s3:ListBucket", bucket));
        if (!Decision.of(
                principal.roleArn(), principal.statements(), policies.ofResource(bucket), list)
            .allowed()) {
          throw new AwsFault(403, "AccessDenied", "Access Denied");
        }
      }
    }
  }

  /**
   * Asks for a caller that does not come through the endpoint.
   *
   * @param accessKeyId see {@link Identities}; one that stands for nobody may do anything
   * @throws AwsFault if it may not
   */
  public void require(String accessKeyId, String action, String resource) {
    Principal principal = byAccessKey.get(accessKeyId);
    if (principal != null) {
      require(principal, Access.of(action, resource));
    }
  }

  /**
   * The same, with more that conditions may ask for.
   *
   * @throws AwsFault if it may not
   */
  public void require(String accessKeyId, Access access) {
    Principal principal = byAccessKey.get(accessKeyId);
    if (principal != null) {
      require(principal, access);
    }
  }

  private void require(Principal principal, Access plain) {
    Access access = withGlobals(plain);
    Decision decision =
        Decision.of(
            principal.roleArn(),
            principal.statements(),
            policies.ofResource(access.resource()),
            access);
    boolean s3 = access.action().startsWith("s3:");
    settle(
        principal,
        access,
        decision,
        s3 || access.action().startsWith("lambda:") ? 403 : 400,
        s3 ? "AccessDenied" : "AccessDeniedException");
    for (Access call : keys.through(access)) {
      settle(
          principal,
          call,
          keys.decide(principal.roleArn(), principal.statements(), withGlobals(call)),
          s3 ? 403 : 400,
          KEY_REFUSALS.getOrDefault(
              access.action().substring(0, access.action().indexOf(':')), "AccessDeniedException"));
    }
  }

  /** Notes what was allowed, and refuses the rest as the service does. */
  private void settle(
      Principal principal, Access access, Decision decision, int status, String code) {
    Statement by = decision.by();
    if (decision.allowed()) {
      if (by != null) {
        Grant.of(by).stream()
            .filter(grant -> grant.covers(access))
            .forEach(grant -> used.add(principal.logicalId() + " " + grant.line()));
      }
      return;
    }
    String reason =
        "User: %s is not authorized to perform: %s on resource: %s%s because %s"
            .formatted(
                principal.session(),
                access.action(),
                access.resource(),
                leadingKeys(access),
                by == null
                    ? "no identity-based policy allows the " + access.action() + " action"
                    : "statement " + by.sid() + " denies it");
    if (refused.add(reason)) {
      told.accept(reason);
    }
    throw new AwsFault(status, code, reason);
  }

  private static String leadingKeys(Access access) {
    List<String> keys = access.context().getOrDefault("dynamodb:LeadingKeys", List.of());
    return keys.isEmpty() ? "" : " with the keys " + keys;
  }

  /**
   * Whether a service may act on a resource for one of the stack's own resources, by the resource's
   * policy: a rule on a queue, a topic on a queue, a bucket on a function.
   */
  public boolean allowsService(String service, String sourceArn, String action, String resource) {
    Access access =
        withGlobals(Access.of(action, resource).with("aws:SourceArn", List.of(sourceArn)));
    return Decision.of(service, List.of(), policies.ofResource(resource), access).allowed()
        && keys.lacking(service, sourceArn, action, resource) == null;
  }

  /**
   * Whether a service may do something for one of the stack's own resources through a role that it
   * assumes: the role trusts it, and allows the action.
   */
  public boolean allowsRole(
      String service, String sourceArn, String roleArn, String action, String resource) {
    return trusts(service, sourceArn, roleArn)
        && Decision.of(
                roleArn,
                policies.ofRole(roleArn),
                List.of(),
                withGlobals(Access.of(action, resource)))
            .allowed()
        && lackingKey(roleArn, action, resource) == null
        && lackingOwnKey(sourceArn, roleArn) == null;
  }

  /**
   * Whether a role lets a service assume it for one of the stack's own resources. A schedule is its
   * group there (EventBridge Scheduler, "Confused deputy prevention").
   */
  public boolean trusts(String service, String sourceArn, String roleArn) {
    String[] arn = roleArn.split(":");
    String source =
        sourceArn.replaceFirst("^(arn:[^:]*:scheduler:.*:schedule)/([^/]*)/.*$", "$1-group/$2");
    Access assume =
        Access.of("sts:AssumeRole", roleArn)
            .with("aws:SourceArn", List.of(source))
            .with("aws:SourceAccount", List.of(arn.length > 4 ? arn[4] : ""));
    return Decision.of(service, List.of(), policies.trust(roleArn), withGlobals(assume)).allowed();
  }

  /** A schedule's input and a pipe's template are decrypted in the name of their role. */
  private @Nullable String lackingOwnKey(String sourceArn, String roleArn) {
    String context = SOURCES.get(sourceArn.split(":", 4)[2]);
    return context == null
        ? null
        : keys.lackingToKeep(
            roleArn,
            policies.ofRole(roleArn),
            sourceArn,
            List.of("kms:Decrypt"),
            context,
            sourceArn);
  }

  /**
   * What a role lacks to do something, whoever assumes it: the action, or what its resource's key
   * asks for. Null when it lacks nothing.
   */
  public @Nullable String lacking(String roleArn, String action, String resource) {
    boolean allowed =
        Decision.of(
                roleArn,
                policies.ofRole(roleArn),
                policies.ofResource(resource),
                withGlobals(Access.of(action, resource)))
            .allowed();
    return allowed ? lackingKey(roleArn, action, resource) : action + " on " + resource;
  }

  private @Nullable String lackingKey(String roleArn, String action, String resource) {
    for (Access call : keys.through(Access.of(action, resource))) {
      if (!keys.decide(roleArn, policies.ofRole(roleArn), withGlobals(call)).allowed()) {
        return call.action() + " on " + call.resource();
      }
    }
    return null;
  }

  private static Access withGlobals(Access access) {
    Map<String, List<String>> context = new LinkedHashMap<>(access.context());
    context.putAll(ALWAYS);
    return new Access(access.action(), access.resource(), context);
  }

  /**
   * What a service does in the name of a function or state machine, as Lambda writes its log.
   *
   * @param accessKeyId see {@link Identities}
   * @return whether its role allows it; if not, that is told
   */
  public boolean allowsAs(String accessKeyId, String action, String resource) {
    try {
      require(accessKeyId, action, resource);
      return true;
    } catch (AwsFault refusal) {
      return false;
    }
  }

  /** What was done so far, as {@link #granted}. */
  public Set<String> used() {
    return Set.copyOf(used);
  }

  /**
   * What may be done, a line each: logical id, statement, action, resource, and the partition key
   * of rows where the statement names some.
   */
  public List<String> granted() {
    return byAccessKey.values().stream()
        .flatMap(
            principal ->
                principal.statements().stream()
                    .filter(Statement::allows)
                    .flatMap(statement -> Grant.of(statement).stream())
                    .map(grant -> principal.logicalId() + " " + grant.line()))
        .distinct()
        .sorted()
        .toList();
  }
}
