package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.RowSort;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that is sealed, and that something is found, grouped, sorted, cut or filtered by. Error:
 * rules and queues see the sealed text only, and a key is kept for good.
 */
final class SealedKey implements Rule {

  @Override
  public String id() {
    return "sealed-key";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    SchemaPaths schemas = new SchemaPaths(system.schemas());
    for (PathMention mention : PathMention.of(system)) {
      mention.events().stream()
          .map(EventContract::newest)
          .flatMap(minor -> Forgetful.of(minor.file(), system).stream())
          .filter(forgetful -> isSealed(schemas, forgetful.root(), mention.path().value()))
          .findFirst()
          .ifPresent(forgetful -> report(mention.who(), mention.path(), forgetful.file(), found));
    }
    sorts(system, schemas, found);
  }

  /** A row's sort key is kept beside the row, and no reader could sort by what it cannot read. */
  private void sorts(SystemUnderCheck system, SchemaPaths schemas, Diagnostics found) {
    for (ProjectionSource projection : system.source().projections()) {
      Located<RowSort> sort = projection.sort();
      if (sort == null) {
        continue;
      }
      String file = system.named(projection.row().value());
      Forgetful.of(file, system).stream()
          .filter(row -> isSealed(schemas, row.root(), sort.value().path()))
          .forEach(
              row ->
                  report(
                      "Projection " + projection.name().value() + " sorts its rows by",
                      new Located<>(sort.value().path(), sort.location()),
                      file,
                      found));
    }
  }

  private void report(String who, Located<List<String>> path, String file, Diagnostics found) {
    found.error(
        path.location(),
        id(),
        who
            + " "
            + String.join(".", path.value())
            + ", which is sensitive and sealed in "
            + file
            + ". Choose a field that is not sensitive.");
  }

  /** It, or what it is within. */
  private static boolean isSealed(SchemaPaths schemas, SchemaNode root, List<String> path) {
    for (int length = 1; length <= path.size(); length++) {
      if (PathLookup.of(schemas, root, path.subList(0, length)) instanceof PathLookup.Found there
          && SensitiveFields.isSensitive(new ArrayList<>(there.facets()))) {
        return true;
      }
    }
    return false;
  }
}
