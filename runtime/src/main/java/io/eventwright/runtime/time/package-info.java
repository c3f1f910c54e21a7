/** How long there is, and how long to wait between tries. */
@NullMarked
package io.eventwright.runtime.time;

import org.jspecify.annotations.NullMarked;
