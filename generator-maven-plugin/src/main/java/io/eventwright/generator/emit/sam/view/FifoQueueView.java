package io.eventwright.generator.emit.sam.view;

/**
 * A queue that hands out one message of a group at a time.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param name as in {@code system.yaml}
 * @param visibilityTimeoutSeconds how long a message in work is hidden
 * @param maxReceiveCount receives before a message goes to the dead-letter queue
 */
public record FifoQueueView(
    StackView stack, String id, String name, long visibilityTimeoutSeconds, int maxReceiveCount) {}
