/** Words that every table's reader shares. */
@NullMarked
package io.eventwright.runtime.store;

import org.jspecify.annotations.NullMarked;
