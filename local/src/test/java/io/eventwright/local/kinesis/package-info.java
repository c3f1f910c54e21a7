/** Kinesis as clients see it: through the SDK, which speaks CBOR, and in JSON. */
@NullMarked
package io.eventwright.local.kinesis;

import org.jspecify.annotations.NullMarked;
