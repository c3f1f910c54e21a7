package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.time.Duration;

/**
 * A dependency that may take as long as the worker that calls it. Error: a call begins only where
 * its whole time is left, so that none ever would.
 */
final class DependencyTimeout implements Rule {
  /** What reading, counting the attempt and the way home may take. */
  private static final Duration BESIDE_IT = Duration.ofSeconds(1);

  @Override
  public String id() {
    return "dependency-timeout";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      for (Located<String> use : worker.uses()) {
        system.source().dependencies().stream()
            .filter(each -> each.name().value().equals(use.value()))
            .filter(
                each -> each.settings().timeout().plus(BESIDE_IT).compareTo(worker.timeout()) > 0)
            .forEach(
                each ->
                    found.error(
                        use.location(),
                        id(),
                        "Worker "
                            + worker.name().value()
                            + " has "
                            + worker.timeout().toSeconds()
                            + "s in all, and one call of "
                            + use.value()
                            + " may take "
                            + shown(each.settings().timeout())
                            + ", and needs a second beside it. Give the worker a longer timeout:, or the dependency a shorter"
                            + " one."));
      }
    }
  }

  private static String shown(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
  }
}
