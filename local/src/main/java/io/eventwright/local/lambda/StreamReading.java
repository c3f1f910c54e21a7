package io.eventwright.local.lambda;

import io.eventwright.local.template.Properties;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a mapping reads a stream.
 *
 * @param position {@code TRIM_HORIZON}, {@code LATEST} or {@code AT_TIMESTAMP}
 * @param from for {@code AT_TIMESTAMP}; else null
 * @param parallel how many batches of one shard at once
 * @param tumbling how long windows are; null for none
 */
public record StreamReading(
    String position, @Nullable Instant from, int parallel, @Nullable Duration tumbling) {

  /** Of a queue: nothing is chosen. */
  static final StreamReading NONE = new StreamReading("TRIM_HORIZON", null, 1, null);

  private static final int MOST_PARALLEL = 10;
  private static final int LONGEST_WINDOW = 900;

  /** Reads a stream's mapping. */
  static StreamReading of(Properties properties, boolean kinesis) {
    String position = properties.requiredText("StartingPosition");
    String from = properties.text("StartingPositionTimestamp");
    boolean byTime = position.equals("AT_TIMESTAMP") && kinesis;
    if (!byTime && !position.equals("TRIM_HORIZON") && !position.equals("LATEST")) {
      properties.problem(
          "StartingPosition", "wrong-value", "must be TRIM_HORIZON or LATEST, not " + position);
    }
    if (byTime != (from != null)) {
      properties.problem(
          "StartingPositionTimestamp", "wrong-value", "goes with AT_TIMESTAMP, and only with it");
    }
    int parallel = properties.number("ParallelizationFactor", 1);
    if (parallel < 1 || parallel > MOST_PARALLEL) {
      properties.problem("ParallelizationFactor", "wrong-value", "must be from 1 to 10");
    }
    int window = properties.number("TumblingWindowInSeconds", 0);
    if (window < 0 || window > LONGEST_WINDOW) {
      properties.problem("TumblingWindowInSeconds", "wrong-value", "must be from 0 to 900");
    }
    if (window > 0 && parallel > 1) {
      properties.problem(
          "ParallelizationFactor",
          "unsupported-property",
          "must be 1 with a tumbling window: how the service divides a shard's state is not told");
    }
    if (!kinesis && (parallel > 1 || window > 0)) {
      properties.problem(
          parallel > 1 ? "ParallelizationFactor" : "TumblingWindowInSeconds",
          "unsupported-property",
          "is not known to the local cloud for a table's stream");
    }
    return new StreamReading(
        position,
        from == null ? null : Instant.ofEpochMilli((long) (Double.parseDouble(from) * 1000)),
        parallel,
        window == 0 ? null : Duration.ofSeconds(window));
  }
}
