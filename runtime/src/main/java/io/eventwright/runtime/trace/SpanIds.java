package io.eventwright.runtime.trace;

import io.eventwright.runtime.time.Randomness;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;

/** Names of traces and spans that no restored copy of an instance draws too. */
final class SpanIds implements IdGenerator {
  @Override
  public String generateSpanId() {
    return SpanId.fromLong(drawn());
  }

  @Override
  public String generateTraceId() {
    return TraceId.fromLongs(drawn(), drawn());
  }

  /** Zero is no identity. */
  private static long drawn() {
    return Randomness.source().nextLong(1, Long.MAX_VALUE);
  }
}
