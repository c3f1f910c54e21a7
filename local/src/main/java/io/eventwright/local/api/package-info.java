/** API Gateway: HTTP APIs and REST APIs with their authorizers, limits and errors, each a port. */
@NullMarked
package io.eventwright.local.api;

import org.jspecify.annotations.NullMarked;
