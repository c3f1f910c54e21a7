/** EventBridge: buses, rules, targets, with AWS's own matching engine. */
@NullMarked
package io.eventwright.local.events;

import org.jspecify.annotations.NullMarked;
