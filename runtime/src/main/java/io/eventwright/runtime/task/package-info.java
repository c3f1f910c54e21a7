/** What a container runs for a step of a saga. */
@NullMarked
package io.eventwright.runtime.task;

import org.jspecify.annotations.NullMarked;
