/** The small library that generated code calls. */
@NullMarked
package io.eventwright.runtime;

import org.jspecify.annotations.NullMarked;
