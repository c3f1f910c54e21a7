/** Secrets that are read, rotated, refused and out of reach. */
@org.jspecify.annotations.NullMarked
package io.eventwright.runtime.secret;
