/** Digests, the same in every place that compares them. */
@NullMarked
package io.eventwright.runtime.hash;

import org.jspecify.annotations.NullMarked;
