package io.eventwright.generator.emit.sam.view;

/**
 * What lets a rule call a function.
 *
 * @param stack the system
 * @param id what the logical ids begin with
 * @param name as in {@code system.yaml}
 */
public record DirectView(StackView stack, String id, String name) {}
