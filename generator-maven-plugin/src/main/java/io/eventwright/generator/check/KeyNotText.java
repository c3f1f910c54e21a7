package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;
import java.util.Set;

/** A key that is neither a text nor a whole number. Error: rows are found by text. */
final class KeyNotText implements Rule {

  private static final Set<JsonType> KEY_TYPES = Set.of(JsonType.STRING, JsonType.INTEGER);

  @Override
  public String id() {
    return "key-not-text";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    SchemaPaths schemas = new SchemaPaths(system.schemas());
    for (PathMention mention : PathMention.of(system)) {
      for (EventContract event : mention.isKey() ? mention.events() : List.<EventContract>of()) {
        system
            .schemas()
            .root(event.newest().file())
            .map(root -> PathLookup.of(schemas, root, mention.path().value()))
            .filter(lookup -> lookup instanceof PathLookup.Found there && !isKey(there))
            .ifPresent(
                lookup ->
                    found.error(
                        mention.path().location(),
                        id(),
                        mention.who()
                            + " "
                            + String.join(".", mention.path().value())
                            + ", and in "
                            + event.newest().file()
                            + " that is not said to be a string or an integer. Give it such a"
                            + " type, or choose another key."));
      }
    }
  }

  private static boolean isKey(PathLookup.Found there) {
    return there.facets().stream()
        .flatMap(facet -> facet.find(Keyword.Type.class).stream())
        .anyMatch(type -> KEY_TYPES.containsAll(type.types()));
  }
}
