/**
 * Puts files on disk: claims each path once, stays inside the root, rewrites only changes, removes
 * what is stale.
 */
@NullMarked
package io.eventwright.generator.write;

import org.jspecify.annotations.NullMarked;
