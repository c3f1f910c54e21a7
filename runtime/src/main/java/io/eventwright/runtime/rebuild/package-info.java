/** Builds read models anew from the log while they are in use, and switches when both agree. */
@NullMarked
package io.eventwright.runtime.rebuild;

import org.jspecify.annotations.NullMarked;
