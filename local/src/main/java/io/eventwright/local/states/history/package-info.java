/** What happened in an execution, in the service's event types. */
@NullMarked
package io.eventwright.local.states.history;

import org.jspecify.annotations.NullMarked;
