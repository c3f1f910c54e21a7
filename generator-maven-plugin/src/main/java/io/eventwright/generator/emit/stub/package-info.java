/** Emits the first version of the classes that a user has to write. */
@NullMarked
package io.eventwright.generator.emit.stub;

import org.jspecify.annotations.NullMarked;
