/** Emits the page that says what each part's channel promises. */
@NullMarked
package io.eventwright.generator.emit.guarantees;

import org.jspecify.annotations.NullMarked;
