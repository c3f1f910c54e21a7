/** Publishes from the log what its version rows say, in order and at least once. */
@NullMarked
package io.eventwright.runtime.relay;

import org.jspecify.annotations.NullMarked;
