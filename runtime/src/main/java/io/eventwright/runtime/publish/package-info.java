/** Sending events that a caller, not a worker, decided on. */
@NullMarked
package io.eventwright.runtime.publish;

import org.jspecify.annotations.NullMarked;
