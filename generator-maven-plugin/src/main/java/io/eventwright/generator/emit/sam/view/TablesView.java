package io.eventwright.generator.emit.sam.view;

/**
 * The tables.
 *
 * @param stack the system
 * @param hasViews whether there is a projection
 */
public record TablesView(StackView stack, boolean hasViews) {}
