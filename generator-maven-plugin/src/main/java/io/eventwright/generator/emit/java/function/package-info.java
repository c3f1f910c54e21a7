/** Emits Lambda handlers. */
@NullMarked
package io.eventwright.generator.emit.java.function;

import org.jspecify.annotations.NullMarked;
