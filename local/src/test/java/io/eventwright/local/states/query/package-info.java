/** Tests the two query languages on their own. */
@NullMarked
package io.eventwright.local.states.query;

import org.jspecify.annotations.NullMarked;
