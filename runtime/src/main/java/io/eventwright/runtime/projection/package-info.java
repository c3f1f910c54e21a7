/** Read models built from events: definitions, rows, and reading them. */
@NullMarked
package io.eventwright.runtime.projection;

import org.jspecify.annotations.NullMarked;
