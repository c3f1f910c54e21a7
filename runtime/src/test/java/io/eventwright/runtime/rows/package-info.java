/** A test for each row of what goes wrong in production, named by its number. */
@NullMarked
package io.eventwright.runtime.rows;

import org.jspecify.annotations.NullMarked;
