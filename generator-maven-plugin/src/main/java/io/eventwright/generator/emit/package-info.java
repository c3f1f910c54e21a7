/** One emitter per artifact: the model in, files in memory out. */
@NullMarked
package io.eventwright.generator.emit;

import org.jspecify.annotations.NullMarked;
