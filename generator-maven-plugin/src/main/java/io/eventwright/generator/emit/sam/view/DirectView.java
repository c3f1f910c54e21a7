package io.eventwright.generator.emit.sam.view;

/**
 * What lets a rule call a function, and tells what was dropped.
 *
 * @param stack the system
 * @param id what the logical ids begin with
 * @param name as in {@code system.yaml}
 * @param byRule whether a rule calls it; a schedule does so by its role
 */
public record DirectView(StackView stack, String id, String name, boolean byRule) {}
