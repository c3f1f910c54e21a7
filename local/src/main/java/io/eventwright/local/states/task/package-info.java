/** The one door through which tasks reach other services. */
@NullMarked
package io.eventwright.local.states.task;

import org.jspecify.annotations.NullMarked;
