package io.eventwright.generator.emit.sam.view;

/**
 * What {@code sam deploy} reads.
 *
 * @param stack the system
 * @param source the file it was generated from, relative to the project
 */
public record SamconfigView(StackView stack, String source) {}
