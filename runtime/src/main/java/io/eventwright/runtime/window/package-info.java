/** Workers that fold a window of events into one, and decide once the window is over. */
@NullMarked
package io.eventwright.runtime.window;

import org.jspecify.annotations.NullMarked;
