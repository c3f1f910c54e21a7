/** The guard in front of dependencies: attempts counted first, breaker, time limit, retries. */
@NullMarked
package io.eventwright.runtime.call;

import org.jspecify.annotations.NullMarked;
