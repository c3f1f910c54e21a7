/** JSON Schema in one normalised form, all dialects folded. */
@NullMarked
package io.eventwright.generator.model.schema;

import org.jspecify.annotations.NullMarked;
