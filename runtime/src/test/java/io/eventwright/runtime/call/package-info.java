/** Parts of the guard, alone. */
@NullMarked
package io.eventwright.runtime.call;

import org.jspecify.annotations.NullMarked;
