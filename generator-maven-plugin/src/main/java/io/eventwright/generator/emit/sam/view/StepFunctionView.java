package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * A function that a state machine calls.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param name as in {@code system.yaml}
 * @param title one line above its resources
 * @param description of the function
 * @param handler fully qualified name of the handler's class
 * @param statements what its role allows
 * @param variables its environment
 * @param timeoutSeconds of one invocation
 */
public record StepFunctionView(
    StackView stack,
    String id,
    String name,
    String title,
    String description,
    String handler,
    List<StatementView> statements,
    List<VariableView> variables,
    long timeoutSeconds) {}
