package io.eventwright.local.events;

import io.eventwright.local.delivery.Destination;
import io.eventwright.local.iam.Permissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rule or schedule may reach a target: by a role that the service assumes, else by the
 * target's own policy, which must name the rule (Amazon EventBridge, "Using resource-based
 * policies").
 */
public final class TargetPermissions {

  /** EventBridge's code for it. */
  static final String NONE = "NO_PERMISSIONS";

  private static final Map<String, String> ACTIONS =
      Map.of(
          "sqs", "sqs:SendMessage",
          "sns", "sns:Publish",
          "lambda", "lambda:InvokeFunction",
          "states", "states:StartExecution",
          "kinesis", "kinesis:PutRecord",
          "events", "events:PutEvents");

  private final Permissions permissions;

  /** Asks those permissions. */
  public TargetPermissions(Permissions permissions) {
    this.permissions = permissions;
  }

  /**
   * Asks.
   *
   * @throws Destination.Refused with the code {@code NO_PERMISSIONS} if it may not
   */
  void require(String sourceArn, String targetArn, @Nullable String role) {
    String service = sourceArn.contains(":scheduler:") ? "scheduler" : "events";
    String principal = service + ".amazonaws.com";
    String action = ACTIONS.getOrDefault(targetArn.split(":", 4)[2], "unknown:Action");
    boolean allowed =
        role == null
            ? permissions.allowsService(principal, sourceArn, action, targetArn)
            : permissions.allowsRole(principal, sourceArn, role, action, targetArn);
    if (!allowed) {
      throw new Destination.Refused(
          NONE,
          "%s may not do %s on %s for %s%s"
              .formatted(
                  principal,
                  action,
                  targetArn,
                  sourceArn,
                  role == null ? ": its policy does not allow it" : " as " + role));
    }
  }
}
