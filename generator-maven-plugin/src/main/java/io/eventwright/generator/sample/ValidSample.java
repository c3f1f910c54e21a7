package io.eventwright.generator.sample;

import io.eventwright.runtime.json.JsonValue;

/**
 * An event that a schema accepts.
 *
 * @param name what it is: {@code minimal}, {@code full}, {@code example-1} or {@code varied-1}
 * @param value the event's data
 */
public record ValidSample(String name, JsonValue value) {}
