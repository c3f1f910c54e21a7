/** What a definition says: flows of named states, and everything that is wrong with one. */
@NullMarked
package io.eventwright.local.states.definition;

import org.jspecify.annotations.NullMarked;
