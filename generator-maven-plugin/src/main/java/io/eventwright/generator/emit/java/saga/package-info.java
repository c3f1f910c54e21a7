/** Emits sagas' interfaces. */
@NullMarked
package io.eventwright.generator.emit.java.saga;

import org.jspecify.annotations.NullMarked;
