package io.eventwright.generator.emit.sam.view;

/**
 * A table that sagas put items into.
 *
 * @param stack the system
 * @param id its logical id
 * @param name as in {@code system.yaml}
 */
public record SagaTableView(StackView stack, String id, String name) {}
