/** Plain JSON in and out, for everything here that speaks it. */
@NullMarked
package io.eventwright.local.json;

import org.jspecify.annotations.NullMarked;
