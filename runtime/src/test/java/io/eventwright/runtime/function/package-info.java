/** Parts of the handlers, alone. */
@NullMarked
package io.eventwright.runtime.function;

import org.jspecify.annotations.NullMarked;
