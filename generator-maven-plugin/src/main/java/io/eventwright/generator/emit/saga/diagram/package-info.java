/** Sagas as pictures: where they go when all is well, and how they go back. */
@NullMarked
package io.eventwright.generator.emit.saga.diagram;

import org.jspecify.annotations.NullMarked;
