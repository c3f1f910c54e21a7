/** One decision, one transaction: the guarantee that a worker's effect happens once. */
@NullMarked
package io.eventwright.runtime.commit;

import org.jspecify.annotations.NullMarked;
