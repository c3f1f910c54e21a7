/** What AWS does not take, found before deploying: one class per limit. */
@NullMarked
package io.eventwright.generator.emit.sam.limit;

import org.jspecify.annotations.NullMarked;
