/** What a route of an API does, as values that generated handlers hold. */
@NullMarked
package io.eventwright.runtime.route;

import org.jspecify.annotations.NullMarked;
