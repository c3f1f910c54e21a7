package io.eventwright.generator.model;

import org.jspecify.annotations.Nullable;

/**
 * A place for objects.
 *
 * @param name kebab case
 * @param days after which objects are removed; null for never
 */
public record BucketModel(String name, @Nullable Integer days) {}
