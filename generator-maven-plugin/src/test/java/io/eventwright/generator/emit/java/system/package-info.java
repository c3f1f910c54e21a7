/** Tests of a system's Java against golden files. */
@NullMarked
package io.eventwright.generator.emit.java.system;

import org.jspecify.annotations.NullMarked;
