package io.eventwright.local.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource before its functions are evaluated.
 *
 * @param logicalId its name
 * @param type its type
 * @param properties as written
 * @param condition the condition it depends on, if any
 * @param path where its properties stand in the template
 */
record Declaration(
    String logicalId,
    String type,
    Map<String, @Nullable Object> properties,
    @Nullable String condition,
    String path) {}
