/** Reads {@code system.yaml} and the schema files beside it. */
@NullMarked
package io.eventwright.generator.load.system;

import org.jspecify.annotations.NullMarked;
