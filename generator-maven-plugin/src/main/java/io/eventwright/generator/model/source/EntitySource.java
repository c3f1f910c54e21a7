package io.eventwright.generator.model.source;

/**
 * An entity.
 *
 * @param name kebab case
 * @param idType Java simple name of its identifier
 * @param state file of the state's schema, relative to the folder of {@code system.yaml}
 */
public record EntitySource(Located<String> name, Located<String> idType, Located<String> state) {}
