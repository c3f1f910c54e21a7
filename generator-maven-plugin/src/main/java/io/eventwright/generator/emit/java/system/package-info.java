/** All Java of a system that is not made from a schema. */
@NullMarked
package io.eventwright.generator.emit.java.system;

import org.jspecify.annotations.NullMarked;
