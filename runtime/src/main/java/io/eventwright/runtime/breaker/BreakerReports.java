package io.eventwright.runtime.breaker;

import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.observe.LogLine;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;

/**
 * Writes what happens to breakers as lines and metrics, whose dimensions are {@code System} and
 * {@code Dependency}.
 *
 * @param journals gives a dependency's
 * @param clock for the metrics' time
 */
public record BreakerReports(Function<String, Journal> journals, Clock clock)
    implements BreakerWatch {
  private static final String DIMENSION = "Dependency";

  @Override
  public void storeDown(String dependency, RuntimeException failure) {
    journals.apply(dependency).warn("breaker store down, calls go through", failure);
  }

  @Override
  public void failing(String dependency, int percent, int opensAt) {
    BatchMetrics metrics = new BatchMetrics(DIMENSION);
    metrics.add("FailurePercent", percent);
    // Half way to opening: before it opens, whoever looks can know.
    metrics.add("Warning", percent * 2 >= opensAt ? 1 : 0);
    metrics.flush(journals.apply(dependency), clock.millis());
  }

  @Override
  public void moved(String dependency, Phase from, Phase to) {
    Journal journal = journals.apply(dependency);
    journal.print(
        new LogLine(to == Phase.CLOSED ? "INFO" : "WARN", "breaker " + word(to))
            .with("system", journal.system())
            .with("dependency", dependency)
            .with("from", word(from))
            .with("to", word(to)));
    BatchMetrics metrics = new BatchMetrics(DIMENSION);
    metrics.add("Open", to == Phase.CLOSED ? 0 : 1);
    metrics.add("Opened", from == Phase.CLOSED ? 1 : 0);
    metrics.flush(journal, clock.millis());
  }

  private static String word(Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
