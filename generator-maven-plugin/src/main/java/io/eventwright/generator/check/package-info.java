/** One class per rule about one system. */
@NullMarked
package io.eventwright.generator.check;

import org.jspecify.annotations.NullMarked;
