/** X-Ray's endpoint for spans: what comes by OTLP is kept, the latest of it. */
@NullMarked
package io.eventwright.local.traces;

import org.jspecify.annotations.NullMarked;
