package io.eventwright.generator.model;

/**
 * Another system's bus.
 *
 * @param name kebab case, as this system calls it
 * @param address where it is: its name, or its full address when it is elsewhere
 * @param source what its events say they come from
 * @param enveloped whether its events are CloudEvents, whose data is a part of the detail; else the
 *     detail is the data
 */
public record BusModel(String name, String address, String source, boolean enveloped) {}
