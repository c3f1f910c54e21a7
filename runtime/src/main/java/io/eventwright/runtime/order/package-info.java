/** Whose turn it is: how far a consumer has come with each subject, and what waits for its turn. */
@NullMarked
package io.eventwright.runtime.order;

import org.jspecify.annotations.NullMarked;
