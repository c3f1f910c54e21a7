/** What generated records and codecs have in common, so that it is not generated each time. */
@NullMarked
package io.eventwright.runtime.codec;

import org.jspecify.annotations.NullMarked;
