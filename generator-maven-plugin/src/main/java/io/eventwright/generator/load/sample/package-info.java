/** Reads events that were seen: single ones, arrays, JSON lines and captured envelopes. */
@NullMarked
package io.eventwright.generator.load.sample;

import org.jspecify.annotations.NullMarked;
