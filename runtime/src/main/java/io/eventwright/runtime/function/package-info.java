/** The Lambda handlers that generated functions delegate to. */
@NullMarked
package io.eventwright.runtime.function;

import org.jspecify.annotations.NullMarked;
