/** Event APIs as a listener and a publisher meet them, without engines. */
@NullMarked
package io.eventwright.local.appsync;

import org.jspecify.annotations.NullMarked;
