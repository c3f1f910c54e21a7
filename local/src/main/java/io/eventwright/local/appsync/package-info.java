/** AppSync Events: channels that are published to by HTTP and listened to by WebSocket. */
@NullMarked
package io.eventwright.local.appsync;

import org.jspecify.annotations.NullMarked;
