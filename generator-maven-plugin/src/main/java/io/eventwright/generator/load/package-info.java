/**
 * Reads files into positioned documents and links them into the model; the only place that parses.
 */
@NullMarked
package io.eventwright.generator.load;

import org.jspecify.annotations.NullMarked;
