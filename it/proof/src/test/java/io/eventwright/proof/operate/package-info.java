/** That what operates a system understands what was generated of it. */
@NullMarked
package io.eventwright.proof.operate;

import org.jspecify.annotations.NullMarked;
