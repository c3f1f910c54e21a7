/** Makes events that a schema accepts, and events that it refuses for a named keyword. */
@NullMarked
package io.eventwright.generator.sample;

import org.jspecify.annotations.NullMarked;
