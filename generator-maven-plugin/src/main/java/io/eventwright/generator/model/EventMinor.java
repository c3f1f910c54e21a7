package io.eventwright.generator.model;

/**
 * One version of an event.
 *
 * @param minor from 0
 * @param schema key of its root schema in the schema set
 * @param file relative path of the schema, with forward slashes
 */
public record EventMinor(int minor, String schema, String file) {}
