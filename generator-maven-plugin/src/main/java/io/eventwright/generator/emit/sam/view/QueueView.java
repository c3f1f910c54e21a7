package io.eventwright.generator.emit.sam.view;

/**
 * A standard queue.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param what holds it up, as the alarm says
 * @param visibilityTimeoutSeconds how long a message in work is hidden
 * @param maxReceiveCount receives before a message goes to the dead-letter queue
 */
public record QueueView(
    StackView stack, String id, String what, long visibilityTimeoutSeconds, int maxReceiveCount) {}
