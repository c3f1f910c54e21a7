package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.DependencySource;
import io.eventwright.generator.model.source.SystemUnderCheck;

/** A dependency that no worker uses. Warning. */
final class UnusedDependency implements Rule {

  @Override
  public String id() {
    return "unused-dependency";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    boolean unsure = !system.source().unread().isEmpty() || finds(new UnknownDependency(), system);
    for (DependencySource dependency : system.source().dependencies()) {
      boolean used =
          system.source().workers().stream()
              .flatMap(worker -> worker.uses().stream())
              .anyMatch(use -> use.value().equals(dependency.name().value()));
      if (!used && !unsure) {
        found.warning(
            dependency.name().location(),
            id(),
            "No worker uses "
                + dependency.name().value()
                + ". Add uses: ["
                + dependency.name().value()
                + "] to one, or remove it.");
      }
    }
  }
}
