/** Java source of records, unions, enumerations, identifiers and their codecs. */
@NullMarked
package io.eventwright.generator.emit.java.record;

import org.jspecify.annotations.NullMarked;
