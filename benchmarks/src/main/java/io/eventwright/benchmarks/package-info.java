/** Measurements, with the peers in the same run. */
@NullMarked
package io.eventwright.benchmarks;

import org.jspecify.annotations.NullMarked;
