package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * The locked bucket of the log's heads, and what fills it.
 *
 * @param stack the system
 * @param handler fully qualified name of the handler's class
 * @param lockedDays for how long nobody can change or remove what is in the bucket
 * @param statements what the function's role allows
 * @param variables its environment
 * @param timeoutSeconds of one invocation
 */
public record AnchorView(
    StackView stack,
    String handler,
    int lockedDays,
    List<StatementView> statements,
    List<VariableView> variables,
    long timeoutSeconds) {
  public AnchorView {
    statements = List.copyOf(statements);
    variables = List.copyOf(variables);
  }
}
