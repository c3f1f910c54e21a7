package io.eventwright.generator.model.source;

import io.eventwright.generator.model.BucketModel;

/**
 * A bucket.
 *
 * @param name kebab case
 * @param settings they refer to nothing, so they are final already
 */
public record BucketSource(Located<String> name, BucketModel settings) {}
