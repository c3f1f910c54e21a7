package io.eventwright.generator.model.source;

import io.eventwright.generator.model.DependencyModel;

/**
 * A dependency.
 *
 * @param name kebab case
 * @param settings its limits; they refer to nothing, so they are final already
 */
public record DependencySource(Located<String> name, DependencyModel settings) {}
