/** Kinesis Data Streams: shards, sequence numbers, limits and iterators, in memory. */
@NullMarked
package io.eventwright.local.kinesis;

import org.jspecify.annotations.NullMarked;
