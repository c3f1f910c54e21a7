/** Sagas as state machines in Amazon States Language. */
@NullMarked
package io.eventwright.generator.emit.saga;

import org.jspecify.annotations.NullMarked;
