package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.EntitySource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.HashMap;
import java.util.Map;

/**
 * Two entities whose state is one schema file. Error: each has a record of its own, named after it,
 * and may change apart from the other.
 */
final class SharedState implements Rule {

  @Override
  public String id() {
    return "shared-state";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    Map<String, String> owners = new HashMap<>();
    for (EntitySource entity : system.source().entities()) {
      String file = entity.state().value();
      String name = entity.name().value();
      String owner = owners.putIfAbsent(file, name);
      if (owner != null) {
        found.error(
            entity.state().location(),
            id(),
            "The state of "
                + name
                + " is "
                + file
                + ", which is that of "
                + owner
                + " already: each has a record of its own, and may change apart from the other."
                + " Give it a file of its own; what they have in common can be a $ref.");
      }
    }
  }
}
