/** What a consumer remembers of each event that it has handled. */
@NullMarked
package io.eventwright.runtime.inbox;

import org.jspecify.annotations.NullMarked;
