package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.EntitySource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;

/** An entity that no worker changes. Warning: it will never have a state. */
final class UnusedEntity implements Rule {

  @Override
  public String id() {
    return "unused-entity";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    boolean unsure = !system.source().unread().isEmpty() || finds(new UnknownEntity(), system);
    for (EntitySource entity : system.source().entities()) {
      boolean changed =
          system.source().workers().stream()
              .map(WorkerSource::changes)
              .anyMatch(key -> key != null && key.entity().value().equals(entity.name().value()));
      if (!changed && !unsure) {
        found.warning(
            entity.name().location(),
            id(),
            "No worker changes the entity "
                + entity.name().value()
                + ", so it will never have a state. Add changes: "
                + entity.name().value()
                + " by ... to a worker, or remove it.");
      }
    }
  }
}
