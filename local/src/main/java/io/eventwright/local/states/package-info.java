/**
 * A Step Functions of one machine: state machines, their executions, and the service's API without
 * its transport.
 */
@NullMarked
package io.eventwright.local.states;

import org.jspecify.annotations.NullMarked;
