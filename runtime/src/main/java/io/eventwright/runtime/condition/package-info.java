/** What must hold before a worker decides, and what must hold of what it decided. */
@NullMarked
package io.eventwright.runtime.condition;

import org.jspecify.annotations.NullMarked;
