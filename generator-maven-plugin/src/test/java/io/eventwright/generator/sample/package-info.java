/** Texts from patterns, within bounds. */
@NullMarked
package io.eventwright.generator.sample;

import org.jspecify.annotations.NullMarked;
