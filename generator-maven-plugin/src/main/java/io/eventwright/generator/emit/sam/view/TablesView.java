package io.eventwright.generator.emit.sam.view;

/**
 * The tables.
 *
 * @param stack the system
 * @param hasViews whether there is a projection
 * @param hasBreakers whether somebody must be told of breakers' transitions
 * @param hasPush whether changed rows are shown to browsers
 */
public record TablesView(StackView stack, boolean hasViews, boolean hasBreakers, boolean hasPush) {}
