/** Circuit breakers whose state all instances share. */
@NullMarked
package io.eventwright.runtime.breaker;

import org.jspecify.annotations.NullMarked;
