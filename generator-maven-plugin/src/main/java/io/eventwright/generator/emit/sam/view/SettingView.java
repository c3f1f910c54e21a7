package io.eventwright.generator.emit.sam.view;

/**
 * One property whose name depends on the channel.
 *
 * @param name such as {@code BatchSize}
 * @param value in the template's language, on one line
 */
public record SettingView(String name, String value) {}
