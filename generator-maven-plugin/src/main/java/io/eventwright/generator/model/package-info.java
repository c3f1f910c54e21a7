/** What the input means: immutable values, no files, no Java names, no AWS. */
@NullMarked
package io.eventwright.generator.model;

import org.jspecify.annotations.NullMarked;
