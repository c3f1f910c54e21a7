/** Emits event types' constants, upcasters' interfaces and the system's publisher. */
@NullMarked
package io.eventwright.generator.emit.java.event;

import org.jspecify.annotations.NullMarked;
