/** Spans of one journey over many functions, sent by OTLP before an invocation ends. */
@NullMarked
package io.eventwright.runtime.trace;

import org.jspecify.annotations.NullMarked;
