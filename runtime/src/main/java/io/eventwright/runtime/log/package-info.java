/** The entities' log: version rows, their hash chain, and reading them. */
@NullMarked
package io.eventwright.runtime.log;

import org.jspecify.annotations.NullMarked;
