package io.eventwright.generator.render;

/**
 * The text of one template.
 *
 * @param file what messages call it: the user's file, or the template's own path when it is built
 *     in
 * @param text in Velocity's language
 */
public record TemplateText(String file, String text) {}
