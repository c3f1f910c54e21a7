package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;

/** A worker uses a dependency that is not declared. Error. */
final class UnknownDependency implements Rule {

  @Override
  public String id() {
    return "unknown-dependency";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    List<String> known =
        system.source().dependencies().stream().map(each -> each.name().value()).toList();
    for (WorkerSource worker : system.source().workers()) {
      worker
          .uses()
          .forEach(
              use ->
                  Names.requireKnown(
                      id(),
                      "Worker " + worker.name().value() + " uses",
                      "dependency",
                      use,
                      known,
                      system,
                      found));
    }
  }
}
