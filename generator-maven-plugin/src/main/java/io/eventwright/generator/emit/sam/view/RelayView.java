package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * The relay.
 *
 * @param stack the system
 * @param handler fully qualified name of the handler's class
 * @param statements what its role allows
 * @param variables its environment
 * @param timeoutSeconds of one invocation
 */
public record RelayView(
    StackView stack,
    String handler,
    List<StatementView> statements,
    List<VariableView> variables,
    long timeoutSeconds) {}
