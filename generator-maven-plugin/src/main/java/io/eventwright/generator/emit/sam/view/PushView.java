package io.eventwright.generator.emit.sam.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shows changed rows to browsers.
 *
 * @param stack the system
 * @param handler fully qualified name of the handler's class
 * @param namespaces of the channels
 * @param projections names of the read models that are shown
 * @param issuer of the tokens that listeners have; null for listeners that sign
 * @param clients whom the tokens are for, as a regular expression; empty when signed
 * @param statements what the function's role allows
 * @param variables its environment
 * @param timeoutSeconds of one invocation
 */
public record PushView(
    StackView stack,
    String handler,
    List<NamespaceView> namespaces,
    List<String> projections,
    @Nullable String issuer,
    String clients,
    List<StatementView> statements,
    List<VariableView> variables,
    long timeoutSeconds) {
  public PushView {
    namespaces = List.copyOf(namespaces);
    projections = List.copyOf(projections);
    statements = List.copyOf(statements);
    variables = List.copyOf(variables);
  }

  /** Whether listeners have tokens. */
  public boolean isByToken() {
    return issuer != null;
  }

  /** How who listens proves who they are, in the service's words. */
  public String listenMode() {
    return isByToken() ? "OPENID_CONNECT" : "AWS_IAM";
  }

  /** The same in a person's. */
  public String listeners() {
    return isByToken() ? "has a token of the issuer" : "signs, too";
  }

  /** The patterns of what the function is given: rows of what is shown, and no others. */
  public List<String> patterns() {
    return projections.stream()
        .map(
            name ->
                "'{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":[{\"prefix\":\""
                    + name
                    + "#\"}]}}}}'")
        .toList();
  }

  /**
   * One namespace.
   *
   * @param id its logical id
   * @param name the first segment of its channels
   */
  public record NamespaceView(String id, String name) {}
}
