/** Entities: things with identity whose state changes only by new versions. */
@NullMarked
package io.eventwright.runtime.entity;

import org.jspecify.annotations.NullMarked;
