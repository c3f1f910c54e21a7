package io.eventwright.generator.emit.java.validator;

import io.eventwright.generator.model.schema.SchemaKey;

/**
 * One validator to be made.
 *
 * @param root the schema that values must fit
 * @param packageName the package of the class
 * @param className its simple name
 */
public record ValidatorTarget(SchemaKey root, String packageName, String className) {}
