/** What several tests of the generator need: golden files and compiling in memory. */
@NullMarked
package io.eventwright.generator.testing;

import org.jspecify.annotations.NullMarked;
