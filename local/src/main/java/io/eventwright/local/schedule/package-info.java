/** Schedules: when a rate or a cron expression is due, sooner by a factor. */
@NullMarked
package io.eventwright.local.schedule;

import org.jspecify.annotations.NullMarked;
