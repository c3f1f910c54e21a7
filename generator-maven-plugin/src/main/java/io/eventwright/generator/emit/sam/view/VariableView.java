package io.eventwright.generator.emit.sam.view;

/**
 * An environment variable.
 *
 * @param name such as {@code EVENTWRIGHT_LOG_TABLE}
 * @param value in the template's language
 */
public record VariableView(String name, String value) {}
