package io.eventwright.generator.emit.sam.view;

/**
 * A pipe from a queue to one of groups.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param name as in {@code system.yaml}
 * @param group where the group is in a message, or the one group that all are of
 */
public record PipeView(StackView stack, String id, String name, String group) {}
