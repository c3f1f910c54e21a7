package io.eventwright.local.junit;

/**
 * A line that a function wrote.
 *
 * @param function its logical id
 * @param text without the line's end
 */
public record LogLine(String function, String text) {}
