package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * What shows changed rows to browsers.
 *
 * @param stack the system
 * @param handler fully qualified name of the handler's class
 * @param namespaces of the channels
 * @param patterns of what the function is given: rows of what is shown, and no others
 * @param byToken whether listeners have tokens; else they sign
 * @param issuer of those tokens; empty when they sign
 * @param clients whom the tokens are for, as a regular expression; empty when they sign
 * @param listenMode how who listens proves who they are, in the service's words
 * @param statements what the function's role allows
 * @param variables its environment
 * @param timeoutSeconds of one invocation
 */
public record PushView(
    StackView stack,
    String handler,
    List<NamespaceView> namespaces,
    List<String> patterns,
    boolean byToken,
    String issuer,
    String clients,
    String listenMode,
    List<StatementView> statements,
    List<VariableView> variables,
    long timeoutSeconds) {
  public PushView {
    namespaces = List.copyOf(namespaces);
    patterns = List.copyOf(patterns);
    statements = List.copyOf(statements);
    variables = List.copyOf(variables);
  }

  /**
   * One namespace.
   *
   * @param id its logical id
   * @param name the first segment of its channels
   */
  public record NamespaceView(String id, String name) {}
}
