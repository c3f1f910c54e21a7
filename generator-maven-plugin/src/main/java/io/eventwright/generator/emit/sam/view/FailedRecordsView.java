package io.eventwright.generator.emit.sam.view;

/**
 * The bucket for records of streams that were given up.
 *
 * @param stack the system
 * @param keptDays how long they are kept
 */
public record FailedRecordsView(StackView stack, int keptDays) {}
