/** How large a value can be that a schema accepts, and what has no bound. */
@NullMarked
package io.eventwright.generator.bounds;

import org.jspecify.annotations.NullMarked;
