package io.eventwright.runtime.anchor;

/**
 * How far an entity's log had come.
 *
 * @param partition the entity
 * @param version its newest version
 * @param hash of that version's row
 */
public record Head(String partition, long version, String hash) {}
