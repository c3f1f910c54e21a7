/** Types, codecs and validators, compiled and run. */
@NullMarked
package io.eventwright.generator.emit.java.data;

import org.jspecify.annotations.NullMarked;
