/** What feeds functions, with functions that are a test's own code. */
@NullMarked
package io.eventwright.local.lambda;

import org.jspecify.annotations.NullMarked;
