/** JSON values, their limits, and what generated validators stand on. */
@NullMarked
package io.eventwright.runtime.json;

import org.jspecify.annotations.NullMarked;
