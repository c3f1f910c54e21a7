package io.eventwright.runtime.json;

/**
 * What a schema says of a value that fits it: a title, a default, the members it speaks of.
 *
 * @param instancePointer JSON Pointer to the part of the value, empty for the whole
 * @param schemaPointer JSON Pointer to the keyword, from the root schema on and through the
 *     references that led to it
 * @param absoluteSchemaLocation URI of the keyword's schema resource with the pointer from there as
 *     fragment
 * @param value what the keyword says, as JSON Schema 2020-12 defines it for each
 */
public record Annotation(
    String instancePointer, String schemaPointer, String absoluteSchemaLocation, JsonValue value) {}
