package io.eventwright.local.iam;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with a customer's key (AWS KMS Developer Guide, "Determining access to AWS KMS
 * keys"): its own policy decides, and a role's policy counts where the key's lets the account
 * decide. Services use it in the name of whoever calls them, or in their own for one of the stack's
 * resources.
 */
final class KeyRights {

  private final Keys keys;
  private final Policies policies;
  private final String region;
  private final String account;

  KeyRights(Keys keys, Policies policies, String region, String account) {
    this.keys = keys;
    this.policies = policies;
    this.region = region;
    this.account = account;
  }

  /** What an access asks of its resource's key, in the caller's name and through the service. */
  List<Access> through(Access access) {
    String key = keys.of(access.resource());
    List<Access> calls = new ArrayList<>();
    if (key != null) {
      String service = access.action().substring(0, access.action().indexOf(':'));
      for (String call : KeyUse.of(access.action())) {
        calls.add(
            KeyUse.access(call, key, access.action(), access.resource())
                .with("kms:ViaService", List.of(service + "." + region + ".amazonaws.com"))
                .with("kms:CallerAccount", List.of(account)));
      }
    }
    return calls;
  }

  /** Whether somebody with a role may make such a call of a key. */
  Decision decide(String roleArn, List<Statement> role, Access call) {
    Decision byRole = Decision.of(roleArn, role, List.of(), call);
    if (!policies.hasOf(call.resource())) {
      // The key is kept elsewhere, and so is its policy: what it lets the account decide is
      // decided.
      return byRole;
    }
    List<Statement> policy = policies.ofResource(call.resource());
    Decision own = Decision.of(roleArn, List.of(), policy, call);
    Decision delegated = Decision.of("arn:aws:iam::" + account + ":root", List.of(), policy, call);
    if (denies(own) || denies(byRole)) {
      return new Decision(false, denies(own) ? own.by() : byRole.by());
    }
    return own.allowed() || !delegated.allowed() ? own : byRole;
  }

  private static boolean denies(Decision decision) {
    return !decision.allowed() && decision.by() != null;
  }

  /**
   * What a service lacks to do something to an encrypted resource in its own name; null when it
   * lacks nothing.
   */
  @Nullable String lacking(String service, String sourceArn, String action, String resource) {
    String key = keys.of(resource);
    if (key == null) {
      return null;
    }
    for (String call : KeyUse.of(action)) {
      if (!admits(
          service,
          KeyUse.access(call, key, action, resource).with("aws:SourceArn", List.of(sourceArn)))) {
        return call + " on " + key;
      }
    }
    return null;
  }

  /** What of a key a service lacks for what it keeps itself, such as a bus or a log group. */
  @Nullable String lackingToKeep(
      String service, String resource, List<String> calls, String context, String bound) {
    String key = keys.of(resource);
    if (key == null) {
      return null;
    }
    for (String call : calls) {
      if (!admits(service, kept(call, key, context, bound))) {
        return call + " on " + key;
      }
    }
    return null;
  }

  /** What of a key a role lacks for what a service keeps in its name; null when it is nothing. */
  @Nullable String lackingToKeep(
      String roleArn,
      List<Statement> role,
      String resource,
      List<String> calls,
      String context,
      String bound) {
    String key = keys.of(resource);
    if (key == null) {
      return null;
    }
    for (String call : calls) {
      if (!decide(roleArn, role, kept(call, key, context, bound)).allowed()) {
        return call + " on " + key;
      }
    }
    return null;
  }

  private static Access kept(String call, String key, String context, String bound) {
    return Access.of(call, key).with("kms:EncryptionContext:" + context, List.of(bound));
  }

  /** A key that is kept elsewhere has a policy that is not seen here. */
  private boolean admits(String service, Access call) {
    return !policies.hasOf(call.resource())
        || Decision.of(
                service,
                List.of(),
                policies.ofResource(call.resource()),
                call.with("aws:SourceAccount", List.of(account)))
            .allowed();
  }
}
