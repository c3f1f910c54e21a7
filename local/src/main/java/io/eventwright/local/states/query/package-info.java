/**
 * The two query languages of a state machine, JSONPath with intrinsic functions and JSONata, each
 * over plain JSON values.
 */
@NullMarked
package io.eventwright.local.states.query;

import org.jspecify.annotations.NullMarked;
