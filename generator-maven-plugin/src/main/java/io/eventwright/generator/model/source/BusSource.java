package io.eventwright.generator.model.source;

import io.eventwright.generator.model.BusModel;

/**
 * Another system's bus.
 *
 * @param name kebab case
 * @param settings they refer to nothing, so they are final already
 */
public record BusSource(Located<String> name, BusModel settings) {}
