/** The SAM template: one block per part of the system, each by a template of its own. */
@NullMarked
package io.eventwright.generator.emit.sam;

import org.jspecify.annotations.NullMarked;
