package io.eventwright.local.iam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one access (IAM User Guide, "Policy evaluation logic", within one account): a
 * denial wins; else somebody must allow, the caller's role or the resource's policy.
 *
 * @param allowed the answer
 * @param by the statement that decided; null if none spoke
 */
record Decision(boolean allowed, @Nullable Statement by) {

  static Decision of(
      String principal, List<Statement> role, List<Statement> resource, Access access) {
    Statement allowing = null;
    for (Statement statement : role) {
      if (statement.covers(access)) {
        if (!statement.allows()) {
          return new Decision(false, statement);
        }
        allowing = allowing == null ? statement : allowing;
      }
    }
    for (Statement statement : resource) {
      if (statement.speaksOf(principal) && statement.covers(access)) {
        if (!statement.allows()) {
          return new Decision(false, statement);
        }
        allowing = allowing == null ? statement : allowing;
      }
    }
    return new Decision(allowing != null, allowing);
  }
}
