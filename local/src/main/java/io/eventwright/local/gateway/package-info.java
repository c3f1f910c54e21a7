/** The one endpoint: receives every call to a service, sorts it, and hands it on. */
@NullMarked
package io.eventwright.local.gateway;

import org.jspecify.annotations.NullMarked;
