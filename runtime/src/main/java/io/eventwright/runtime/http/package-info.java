/** Requests and responses as API Gateway hands them to a function and takes them from it. */
@NullMarked
package io.eventwright.runtime.http;

import org.jspecify.annotations.NullMarked;
