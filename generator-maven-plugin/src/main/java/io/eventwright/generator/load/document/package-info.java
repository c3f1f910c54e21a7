/** JSON and YAML documents that know the line and column of everything in them. */
@NullMarked
package io.eventwright.generator.load.document;

import org.jspecify.annotations.NullMarked;
