package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventMinor;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A schema of an event, a state or a row that is not an object. Error: it becomes a record with
 * named fields.
 */
final class NotAnObject implements Rule {

  @Override
  public String id() {
    return "not-an-object";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    SchemaPaths schemas = new SchemaPaths(system.schemas());
    Stream.of(
            system.events().stream()
                .flatMap(event -> event.minors().stream())
                .map(EventMinor::file),
            system.source().entities().stream().map(each -> system.named(each.state().value())),
            system.source().projections().stream().map(each -> system.named(each.row().value())))
        .flatMap(files -> files)
        .distinct()
        .flatMap(file -> system.schemas().root(file).stream())
        .filter(root -> !isObject(schemas.facets(root)))
        .forEach(
            root ->
                found.error(
                    root.location(),
                    id(),
                    "The data of an event, the state of an entity and the row of a projection are"
                        + " objects, and this schema does not say so. Add \"type\": \"object\"."));
  }

  private static boolean isObject(List<SchemaNode> facets) {
    return facets.stream()
        .anyMatch(
            facet ->
                facet
                    .find(Keyword.Type.class)
                    .map(type -> type.types().equals(Set.of(JsonType.OBJECT)))
                    .orElse(facet.has(Keyword.Properties.class)));
  }
}
