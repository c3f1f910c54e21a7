package io.eventwright.generator.sample;

import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Violation;

/**
 * An event that a schema refuses.
 *
 * @param name the keyword and where it is not met, fit for a file: {@code minimum-price-amount}
 * @param keyword the keyword that is among the violations, as the schema writes it
 * @param violation that violation
 * @param value the event's data
 */
public record InvalidSample(String name, String keyword, Violation violation, JsonValue value) {}
