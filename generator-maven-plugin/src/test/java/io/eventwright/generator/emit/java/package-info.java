/** Tests of what all emitters of Java share. */
@NullMarked
package io.eventwright.generator.emit.java;

import org.jspecify.annotations.NullMarked;
