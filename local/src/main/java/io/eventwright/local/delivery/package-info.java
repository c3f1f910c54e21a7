/** Carries a message to whatever an ARN names, and tells when nothing is under way any more. */
@NullMarked
package io.eventwright.local.delivery;

import org.jspecify.annotations.NullMarked;
