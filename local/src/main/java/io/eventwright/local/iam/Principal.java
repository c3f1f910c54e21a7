package io.eventwright.local.iam;

import java.util.List;

/**
 * A function or state machine, and what its role says.
 *
 * @param logicalId its name in the template
 * @param roleArn its role
 * @param session how AWS names it in a refusal
 * @param statements of its role's policies
 */
public record Principal(
    String logicalId, String roleArn, String session, List<Statement> statements) {

  /** Copies the statements. */
  public Principal {
    statements = List.copyOf(statements);
  }
}
