/** Reads sample events and says, as a JSON Schema, what they have in common. */
@NullMarked
package io.eventwright.generator.infer;

import org.jspecify.annotations.NullMarked;
