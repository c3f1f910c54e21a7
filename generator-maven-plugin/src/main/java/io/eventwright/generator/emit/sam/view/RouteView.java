package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * A route and its function.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param name made of method and path
 * @param title one line above its resources
 * @param description of the function
 * @param handler fully qualified name of the handler's class
 * @param statements what its role allows
 * @param variables its environment
 * @param timeoutSeconds of one invocation
 * @param rest whether its API is a REST API
 * @param method in upper case
 * @param path as the API writes it
 * @param model that a body must fit first; empty for none
 */
public record RouteView(
    StackView stack,
    String id,
    String name,
    String title,
    String description,
    String handler,
    List<StatementView> statements,
    List<VariableView> variables,
    long timeoutSeconds,
    boolean rest,
    String method,
    String path,
    String model) {

  /** Keeps the lists immutable. */
  public RouteView {
    statements = List.copyOf(statements);
    variables = List.copyOf(variables);
  }
}
