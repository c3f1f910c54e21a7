/**
 * Maven parameters to one request value, diagnostics to the log; the only place that knows Maven.
 */
@NullMarked
package io.eventwright.generator.mojo;

import org.jspecify.annotations.NullMarked;
