/** Sagas as they are generated, run on a virtual clock with everything going wrong. */
@NullMarked
package io.eventwright.proof.saga;

import org.jspecify.annotations.NullMarked;
