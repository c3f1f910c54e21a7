package io.eventwright.generator.emit.java.type;

/**
 * A value within a list, a map or a component.
 *
 * @param type what it is
 * @param nullable whether it may be null
 */
public record Element(JavaType type, boolean nullable) {}
