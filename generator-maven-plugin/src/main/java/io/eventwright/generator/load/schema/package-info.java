/** Links JSON Schema documents of every dialect into one set of normalised schemas. */
@NullMarked
package io.eventwright.generator.load.schema;

import org.jspecify.annotations.NullMarked;
