package io.eventwright.generator.emit.sam.view;

/**
 * The table of keys, one for each person.
 *
 * @param stack the system
 */
public record KeysView(StackView stack) {}
