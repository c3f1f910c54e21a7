/** Finds events over all entities, and what became of each, without changing or hiding anything. */
@NullMarked
package io.eventwright.local.operate.lookup;

import org.jspecify.annotations.NullMarked;
