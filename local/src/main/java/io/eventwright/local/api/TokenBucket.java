package io.eventwright.local.api;

import java.util.function.LongSupplier;

/** Throttling: so many at once, and so many a second on average. */
final class TokenBucket {
  private final double rate;
  private final int burst;
  private final LongSupplier nanos;
  private double tokens;
  private long last;

  /** A full bucket. */
  TokenBucket(double rate, int burst, LongSupplier nanos) {
    this.rate = rate;
    this.burst = burst;
    this.nanos = nanos;
    this.tokens = burst;
    this.last = nanos.getAsLong();
  }

  synchronized boolean take() {
    long now = nanos.getAsLong();
    tokens = Math.min(burst, tokens + (now - last) / 1e9 * rate);
    last = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
