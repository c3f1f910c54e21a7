/** Emits entities' data access. */
@NullMarked
package io.eventwright.generator.emit.java.entity;

import org.jspecify.annotations.NullMarked;
