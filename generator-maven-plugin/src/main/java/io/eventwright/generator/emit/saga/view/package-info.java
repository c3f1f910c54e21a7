/** What the template of a state machine is given. */
@NullMarked
package io.eventwright.generator.emit.saga.view;

import org.jspecify.annotations.NullMarked;
