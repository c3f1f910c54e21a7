/** Which Java type a schema has, decided before anything is written. */
@NullMarked
package io.eventwright.generator.emit.java.type;

import org.jspecify.annotations.NullMarked;
