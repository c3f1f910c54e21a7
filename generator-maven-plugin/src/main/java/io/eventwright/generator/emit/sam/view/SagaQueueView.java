package io.eventwright.generator.emit.sam.view;

/**
 * A queue that sagas send to.
 *
 * @param stack the system
 * @param id its logical id
 * @param name as in {@code system.yaml}
 */
public record SagaQueueView(StackView stack, String id, String name) {}
