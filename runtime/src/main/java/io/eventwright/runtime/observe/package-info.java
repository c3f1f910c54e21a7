/** One structured line per record's outcome, and one line of metrics per batch. */
@NullMarked
package io.eventwright.runtime.observe;

import org.jspecify.annotations.NullMarked;
