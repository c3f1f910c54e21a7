package io.eventwright.proof.saga;

import io.eventwright.local.states.time.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Shows a timeline's time. */
final class TimelineClock extends Clock {
  private final Timeline timeline;

  TimelineClock(Timeline timeline) {
    this.timeline = timeline;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return timeline.now();
  }
}
