package io.eventwright.local.junit;

/**
 * How an invocation ended.
 *
 * @param failed whether the function threw or was ended
 * @param payload its response, or the error as Lambda writes it
 */
public record Invocation(boolean failed, String payload) {}
