/** Runs a function's code: one environment at a time, in a class loader or a process of its own. */
@NullMarked
package io.eventwright.local.function;

import org.jspecify.annotations.NullMarked;
