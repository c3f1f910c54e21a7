/** Emits projections' interfaces and readers. */
@NullMarked
package io.eventwright.generator.emit.java.projection;

import org.jspecify.annotations.NullMarked;
