/** State machines of the stack on the interpreter, and the services that their tasks call. */
@NullMarked
package io.eventwright.local.orchestration;

import org.jspecify.annotations.NullMarked;
