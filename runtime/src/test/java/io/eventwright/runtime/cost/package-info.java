/** What one event costs, measured. */
@NullMarked
package io.eventwright.runtime.cost;

import org.jspecify.annotations.NullMarked;
