package io.eventwright.generator.model.sample;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.model.EventRef;
import io.eventwright.runtime.json.JsonObject;

/**
 * One event that was seen.
 *
 * @param event which event and major it is taken for
 * @param location where it starts
 * @param data its data, without any envelope
 */
public record SampleEvent(EventRef event, SourceLocation location, JsonObject data) {}
