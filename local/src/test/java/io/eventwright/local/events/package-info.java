/** What rules make of events for their targets. */
@NullMarked
package io.eventwright.local.events;

import org.jspecify.annotations.NullMarked;
