/** Topics: their subscriptions, filter policies and deliveries, by the rules of Amazon SNS. */
@NullMarked
package io.eventwright.local.sns;

import org.jspecify.annotations.NullMarked;
