/** Containers' tasks as processes: what Fargate is to a state machine. */
@NullMarked
package io.eventwright.local.container;

import org.jspecify.annotations.NullMarked;
