/**
 * Compiles generated validators in memory, so that the plugin judges documents as the generated
 * system will.
 */
@NullMarked
package io.eventwright.generator.validate;

import org.jspecify.annotations.NullMarked;
