/** The formats of JSON Schema, each checked as its own standard says. */
@NullMarked
package io.eventwright.runtime.json.format;

import org.jspecify.annotations.NullMarked;
