/** The two languages of expressions in state machines, behind one. */
@NullMarked
package io.eventwright.generator.emit.saga.language;

import org.jspecify.annotations.NullMarked;
