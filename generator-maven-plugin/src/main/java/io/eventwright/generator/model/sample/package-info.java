/** Events that were seen, as values with the place they come from. */
@NullMarked
package io.eventwright.generator.model.sample;

import org.jspecify.annotations.NullMarked;
