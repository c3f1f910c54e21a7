/** Small functions for the local cloud's own tests. */
@NullMarked
package io.eventwright.local.sample;

import org.jspecify.annotations.NullMarked;
