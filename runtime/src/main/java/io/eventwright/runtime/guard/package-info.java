/** Calls to dependencies that can fail, and the guard in front of them. */
@NullMarked
package io.eventwright.runtime.guard;

import org.jspecify.annotations.NullMarked;
