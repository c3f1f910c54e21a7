/** What starts a worker that is no event of a schema: an object that was put, a time that came. */
@NullMarked
package io.eventwright.runtime.trigger;

import org.jspecify.annotations.NullMarked;
