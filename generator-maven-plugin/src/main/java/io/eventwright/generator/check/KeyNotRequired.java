package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventMinor;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.SystemUnderCheck;

/** A key that an event need not have. Error: the event would belong to nothing. */
final class KeyNotRequired implements Rule {

  @Override
  public String id() {
    return "key-not-required";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    SchemaPaths schemas = new SchemaPaths(system.schemas());
    for (PathMention mention : PathMention.of(system)) {
      if (mention.isKey()) {
        mention.events().forEach(event -> check(mention, event, schemas, found));
      }
    }
  }

  private void check(
      PathMention mention, EventContract event, SchemaPaths schemas, Diagnostics found) {
    for (EventMinor minor : event.minors()) {
      schemas
          .schemas()
          .root(minor.file())
          .map(root -> PathLookup.of(schemas, root, mention.path().value()))
          .filter(lookup -> !(lookup instanceof PathLookup.Found there && there.required()))
          .filter(lookup -> lookup instanceof PathLookup.Found || !minor.equals(event.newest()))
          .ifPresent(
              lookup ->
                  found.error(
                      mention.path().location(),
                      id(),
                      mention.who()
                          + " "
                          + String.join(".", mention.path().value())
                          + ", and an event that fits "
                          + minor.file()
                          + " need not have it. Add it, and what it is in, to required there."));
    }
  }
}
