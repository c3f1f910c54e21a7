/** Secrets of dependencies, read by reference when they are needed and never written anywhere. */
@NullMarked
package io.eventwright.runtime.secret;

import org.jspecify.annotations.NullMarked;
