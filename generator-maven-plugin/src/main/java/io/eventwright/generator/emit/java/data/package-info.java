/** All Java source that a set of schemas needs: types, codecs and validators. */
@NullMarked
package io.eventwright.generator.emit.java.data;

import org.jspecify.annotations.NullMarked;
