package io.eventwright.generator.model.schema;

import io.eventwright.generator.diagnostic.SourceLocation;

/**
 * Where a keyword stands.
 *
 * @param keyword its name in the document, which may be an older dialect's
 * @param location where the name starts
 */
public record Site(String keyword, SourceLocation location) {}
