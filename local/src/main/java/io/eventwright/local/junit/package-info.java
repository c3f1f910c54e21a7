/** The JUnit 5 extension: a test class on a running local cloud. */
@NullMarked
package io.eventwright.local.junit;

import org.jspecify.annotations.NullMarked;
