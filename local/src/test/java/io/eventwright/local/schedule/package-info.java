/** Tests of schedules. */
@NullMarked
package io.eventwright.local.schedule;

import org.jspecify.annotations.NullMarked;
