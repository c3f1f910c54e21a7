/** Compares the interpreter with what Step Functions itself was recorded to do. */
@NullMarked
package io.eventwright.local.states.corpus;

import org.jspecify.annotations.NullMarked;
