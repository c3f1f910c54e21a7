/** Event types, their codecs, and the CloudEvents envelope that carries them. */
@NullMarked
package io.eventwright.runtime.event;

import org.jspecify.annotations.NullMarked;
