package io.eventwright.generator.emit.sam.view;

/**
 * The bus and the quarantine.
 *
 * @param stack the system
 */
public record BusView(StackView stack) {}
