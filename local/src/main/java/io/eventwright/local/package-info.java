/** The local cloud: a SAM template brought up on one machine, on real engines. */
@NullMarked
package io.eventwright.local;

import org.jspecify.annotations.NullMarked;
