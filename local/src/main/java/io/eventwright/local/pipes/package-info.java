/** EventBridge Pipes from a queue to another. */
@NullMarked
package io.eventwright.local.pipes;

import org.jspecify.annotations.NullMarked;
