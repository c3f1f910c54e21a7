/** Emits workers' interfaces. */
@NullMarked
package io.eventwright.generator.emit.java.worker;

import org.jspecify.annotations.NullMarked;
