/** The clock that executions live by, real or virtual. */
@NullMarked
package io.eventwright.local.states.time;

import org.jspecify.annotations.NullMarked;
