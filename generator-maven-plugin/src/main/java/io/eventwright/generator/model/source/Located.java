package io.eventwright.generator.model.source;

import io.eventwright.generator.diagnostic.SourceLocation;

/**
 * A value and where it is written.
 *
 * @param value what is written
 * @param location where it starts
 */
public record Located<T>(T value, SourceLocation location) {}
