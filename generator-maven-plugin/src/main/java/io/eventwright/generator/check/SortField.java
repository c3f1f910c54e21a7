package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.RowSort;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.Set;

/**
 * A projection that is sorted by what not every row has, or what an index cannot keep in order.
 * Error: its rows would be read in an order that nobody meant.
 */
final class SortField implements Rule {

  /** What is longer would be cut off, and the key of an index takes 1,024 bytes. */
  private static final int LONGEST = 200;

  @Override
  public String id() {
    return "sort-field";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    SchemaPaths schemas = new SchemaPaths(system.schemas());
    for (ProjectionSource projection : system.source().projections()) {
      Located<RowSort> sort = projection.sort();
      String file = system.named(projection.row().value());
      if (sort != null) {
        system
            .schemas()
            .root(file)
            .map(root -> PathLookup.of(schemas, root, sort.value().path()))
            .map(SortField::problem)
            .filter(problem -> !problem.isEmpty())
            .ifPresent(
                problem ->
                    found.error(
                        sort.location(),
                        id(),
                        "Projection "
                            + projection.name().value()
                            + " sorts its rows by "
                            + String.join(".", sort.value().path())
                            + ", and in "
                            + file
                            + " that is "
                            + problem));
      }
    }
  }

  private static String problem(PathLookup lookup) {
    if (lookup instanceof PathLookup.Missing missing) {
      return "not there. It has: " + String.join(", ", missing.known()) + ".";
    }
    PathLookup.Found there = (PathLookup.Found) lookup;
    if (!there.required()) {
      return "not required. Add it, and what it is in, to required there.";
    }
    if (there.facets().stream().anyMatch(facet -> facet.has(Keyword.Sensitive.class))) {
      return "sensitive (x-sensitive), and an index shows what it sorts by. Choose another field.";
    }
    if (is(there, JsonType.INTEGER)) {
      return "";
    }
    if (!is(there, JsonType.STRING)) {
      return "neither an integer nor a string. Give it such a type, or choose another field.";
    }
    return there.facets().stream()
            .flatMap(facet -> facet.find(Keyword.MaxLength.class).stream())
            .anyMatch(most -> most.value() <= LONGEST)
        ? ""
        : "a string that may be longer than %d characters. Give it a maxLength up to that."
            .formatted(LONGEST);
  }

  private static boolean is(PathLookup.Found there, JsonType type) {
    return there.facets().stream()
        .flatMap(facet -> facet.find(Keyword.Type.class).stream())
        .anyMatch(types -> types.types().equals(Set.of(type)));
  }
}
