/** Validators as plain Java: one method for each schema, nothing interpreted at run time. */
@NullMarked
package io.eventwright.generator.emit.java.validator;

import org.jspecify.annotations.NullMarked;
