/**
 * From what a function was given to an event that its code can take, or a rejection that says why
 * not.
 */
@NullMarked
package io.eventwright.runtime.intake;

import org.jspecify.annotations.NullMarked;
