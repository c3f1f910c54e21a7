/** Reads what a stream retains, in batch, beside those who consume it. */
@NullMarked
package io.eventwright.runtime.stream;

import org.jspecify.annotations.NullMarked;
