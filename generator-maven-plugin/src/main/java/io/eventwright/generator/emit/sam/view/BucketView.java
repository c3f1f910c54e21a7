package io.eventwright.generator.emit.sam.view;

/**
 * A bucket and who may reach it.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param name as in {@code system.yaml}
 * @param days after which objects are removed; 0 for never
 * @param tells whether a worker waits for its objects
 */
public record BucketView(StackView stack, String id, String name, int days, boolean tells) {}
