/** Where messages go that can never succeed, at once and with their reason. */
@NullMarked
package io.eventwright.runtime.quarantine;

import org.jspecify.annotations.NullMarked;
