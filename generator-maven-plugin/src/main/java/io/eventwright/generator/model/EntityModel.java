package io.eventwright.generator.model;

/**
 * A thing with identity and state.
 *
 * @param name kebab case
 * @param idType Java simple name of its typed identifier
 * @param stateSchema key of the state's root schema in the schema set
 * @param file relative path of that schema
 */
public record EntityModel(String name, String idType, String stateSchema, String file) {}
