/** Tests of what a finished template must hold. */
@NullMarked
package io.eventwright.generator.verify;

import org.jspecify.annotations.NullMarked;
