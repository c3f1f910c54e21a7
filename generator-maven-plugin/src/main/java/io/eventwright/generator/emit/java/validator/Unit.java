package io.eventwright.generator.emit.java.validator;

import io.eventwright.generator.model.schema.SchemaKey;
import java.util.Map;

/**
 * A schema in one dynamic scope: what {@code $dynamicRef} leads to depends on the way a schema was
 * reached, so each way that makes a difference is a unit of its own. Thus every reference is a
 * plain method call.
 *
 * @param key the schema
 * @param scope for each dynamic anchor that matters from here on, the schema it names
 */
record Unit(SchemaKey key, Map<String, SchemaKey> scope) {}
