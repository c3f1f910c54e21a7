package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * The breaker manager.
 *
 * @param stack the system
 * @param handler fully qualified name of the handler's class
 * @param statements what its role allows
 * @param variables its environment
 * @param timeoutSeconds of one invocation
 * @param dependencies each with its alarms
 */
public record BreakerManagerView(
    StackView stack,
    String handler,
    List<StatementView> statements,
    List<VariableView> variables,
    long timeoutSeconds,
    List<DependencyView> dependencies) {

  /** Keeps the lists immutable. */
  public BreakerManagerView {
    statements = List.copyOf(statements);
    variables = List.copyOf(variables);
    dependencies = List.copyOf(dependencies);
  }

  /**
   * @param id what its alarms' logical ids begin with
   * @param name as in {@code system.yaml}
   * @param warnPercent the share of failed calls that is worth a look
   */
  public record DependencyView(String id, String name, int warnPercent) {}
}
