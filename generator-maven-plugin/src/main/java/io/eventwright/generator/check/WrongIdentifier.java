package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;

/** A worker finds its entity by the identifier of something else. Warning. */
final class WrongIdentifier implements Rule {

  @Override
  public String id() {
    return "wrong-identifier";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    SchemaPaths schemas = new SchemaPaths(system.schemas());
    for (WorkerSource worker : system.source().workers()) {
      WorkerSource.Key changes = worker.changes();
      if (changes == null) {
        continue;
      }
      String idType =
          system.source().entities().stream()
              .filter(entity -> entity.name().value().equals(changes.entity().value()))
              .map(entity -> entity.idType().value())
              .findFirst()
              .orElse("");
      PathMention.of(system).stream()
          .filter(mention -> mention.path().equals(changes.path()))
          .flatMap(mention -> mention.events().stream())
          .flatMap(event -> system.schemas().root(event.newest().file()).stream())
          .map(root -> PathLookup.of(schemas, root, changes.path().value()))
          .flatMap(lookup -> identifiers(lookup).stream())
          .filter(type -> !idType.isEmpty() && !type.equals(idType))
          .forEach(
              type ->
                  found.warning(
                      changes.path().location(),
                      id(),
                      "Worker "
                          + worker.name().value()
                          + " finds its "
                          + changes.entity().value()
                          + ", which has the identifier "
                          + idType
                          + ", by the identifier "
                          + type
                          + ". If that is meant, give both the same x-id."));
    }
  }

  private static List<String> identifiers(PathLookup lookup) {
    return lookup instanceof PathLookup.Found there
        ? there.facets().stream()
            .flatMap(facet -> facet.find(Keyword.IdentifierType.class).stream())
            .map(Keyword.IdentifierType::typeName)
            .distinct()
            .toList()
        : List.of();
  }
}
