package io.eventwright.local.kinesis;

import java.time.Clock;

/** So much a second, saved up for one second at most; each shard has one for each direction. */
final class Throughput {

  private final Clock clock;
  private final double perMilli;
  private final double most;
  private double left;
  private long filled;

  Throughput(Clock clock, double perSecond) {
    this.clock = clock;
    this.perMilli = perSecond / 1000;
    this.most = perSecond;
    this.left = perSecond;
    this.filled = clock.millis();
  }

  /** Whether so much can be taken now. */
  synchronized boolean allows(double amount) {
    long now = clock.millis();
    left = Math.min(most, left + Math.max(0, now - filled) * perMilli);
    filled = now;
    return left >= amount;
  }

  /** Takes it, as debt if there is not enough. */
  synchronized void take(double amount) {
    left -= amount;
  }
}
