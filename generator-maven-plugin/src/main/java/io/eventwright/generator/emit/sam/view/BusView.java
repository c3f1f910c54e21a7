package io.eventwright.generator.emit.sam.view;

/**
 * The bus, its archive and the quarantine.
 *
 * @param stack the system
 * @param archiveDays for how long the archive keeps what the bus took
 */
public record BusView(StackView stack, int archiveDays) {}
