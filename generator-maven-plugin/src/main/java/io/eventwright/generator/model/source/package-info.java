/** What a system's files say, each piece with its place, before references are resolved. */
@NullMarked
package io.eventwright.generator.model.source;

import org.jspecify.annotations.NullMarked;
