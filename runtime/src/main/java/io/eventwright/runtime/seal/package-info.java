/** Sensitive fields, encrypted with a key for each person, so that destroying the key forgets. */
@NullMarked
package io.eventwright.runtime.seal;

import org.jspecify.annotations.NullMarked;
