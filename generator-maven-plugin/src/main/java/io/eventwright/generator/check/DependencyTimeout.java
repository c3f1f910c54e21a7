package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.time.Duration;

/**
 * A dependency that may take longer than the worker that calls it. Error: the function would end
 * before the guard can tell.
 */
final class DependencyTimeout implements Rule {

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
            .filter(each -> each.settings().timeout().compareTo(worker.timeout()) >= 0)
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
                            + ". Give the worker a longer timeout:, or the dependency a shorter"
                            + " one."));
      }
    }
  }

  private static String shown(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
  }
}
