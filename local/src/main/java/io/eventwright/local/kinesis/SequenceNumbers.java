package io.eventwright.local.kinesis;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives sequence numbers of 56 digits, as the service's are: increasing in a stream, with gaps in
 * each shard.
 */
final class SequenceNumbers {

  static final int DIGITS = 56;

  private final long epoch;
  private final AtomicLong last = new AtomicLong();

  SequenceNumbers(Instant created) {
    epoch = created.getEpochSecond();
  }

  /** The next one, for a shard of that number. */
  String next(int shard) {
    return "49%010d%020d%024d".formatted(epoch, last.incrementAndGet() * 16, shard);
  }

  /** The lowest that is higher than the given one. */
  static String after(String sequence) {
    return pad(new java.math.BigInteger(sequence).add(java.math.BigInteger.ONE).toString());
  }

  /** Any number, such as a client sends it, in the form that compares as text. */
  static String pad(String sequence) {
    return "0".repeat(Math.max(0, DIGITS - sequence.length())) + sequence;
  }

  /** Whether a text is a sequence number at all. */
  static boolean valid(String text) {
    return text.matches("0|[1-9]\\d{0,128}");
  }
}
