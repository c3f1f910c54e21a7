package io.eventwright.generator.emit.sam.view;

/**
 * An output of the stack.
 *
 * @param name its logical id
 * @param description what it is for
 * @param value in the template's language
 */
public record OutputView(String name, String description, String value) {}
