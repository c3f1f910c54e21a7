package io.eventwright.local.kinesis;

import java.time.Instant;

/**
 * A record as its shard keeps it.
 *
 * @param sequence its place in the shard; all have the same number of digits, so that texts compare
 *     as numbers do
 * @param partitionKey as the producer gave it
 * @param data the bytes; not to be changed
 * @param arrived when the stream took it
 */
public record StreamRecord(String sequence, String partitionKey, byte[] data, Instant arrived) {

  /** What counts against limits: data and partition key, in bytes. */
  public int size() {
    return data.length + HashKeys.bytes(partitionKey);
  }
}
