/** Shows changes of read models to browsers: many changes folded into few snapshots. */
@NullMarked
package io.eventwright.runtime.push;

import org.jspecify.annotations.NullMarked;
