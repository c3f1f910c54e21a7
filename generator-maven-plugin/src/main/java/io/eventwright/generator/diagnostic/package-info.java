/** Where, how bad, which rule, what to do. */
@NullMarked
package io.eventwright.generator.diagnostic;

import org.jspecify.annotations.NullMarked;
