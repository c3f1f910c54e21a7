package io.eventwright.generator.emit.sam.view;

import java.util.List;
import java.util.Map;

/**
 * A worker or a projection behind its own queue.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param name as in {@code system.yaml}
 * @param title one line above its resources
 * @param description of the function
 * @param handler fully qualified name of the handler's class
 * @param eventPattern what its rule matches
 * @param statements what its role allows
 * @param variables its environment
 * @param timeoutSeconds of one invocation
 * @param visibilityTimeoutSeconds how long a message in work is hidden
 * @param maxReceiveCount receives before a message goes to the dead-letter queue
 * @param batchSize messages of one invocation at most
 * @param batchingWindowSeconds how long a batch is waited for
 * @param maximumConcurrency invocations at one time at most
 */
public record QueueFunctionView(
    StackView stack,
    String id,
    String name,
    String title,
    String description,
    String handler,
    Map<String, Object> eventPattern,
    List<StatementView> statements,
    List<VariableView> variables,
    long timeoutSeconds,
    long visibilityTimeoutSeconds,
    int maxReceiveCount,
    int batchSize,
    int batchingWindowSeconds,
    int maximumConcurrency) {}
