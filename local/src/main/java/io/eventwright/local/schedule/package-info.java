/** Schedules: when a rate or a cron expression is due, sooner at the pace of the local cloud. */
@NullMarked
package io.eventwright.local.schedule;

import org.jspecify.annotations.NullMarked;
