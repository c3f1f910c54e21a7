/** Data too large for the bus: they are in a bucket, and the event says where and what they are. */
@NullMarked
package io.eventwright.runtime.claim;

import org.jspecify.annotations.NullMarked;
