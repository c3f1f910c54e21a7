/** Runs executions: a flow enters one state after another, a visit is one stay in a state. */
@NullMarked
package io.eventwright.local.states.run;

import org.jspecify.annotations.NullMarked;
