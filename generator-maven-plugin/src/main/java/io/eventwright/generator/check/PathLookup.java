package io.eventwright.generator.check;

import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaPaths;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of looking up a path. */
sealed interface PathLookup {

  /**
   * It is there.
   *
   * @param facets the schemas that speak of the value
   * @param required whether every event has it
   */
  record Found(List<SchemaNode> facets, boolean required) implements PathLookup {}

  /**
   * It is not there.
   *
   * @param name the part that is not
   * @param known the names that are there instead
   */
  record Missing(String name, Set<String> known) implements PathLookup {}

  /** Looks up a path from a schema on. */
  static PathLookup of(SchemaPaths schemas, SchemaNode root, List<String> path) {
    List<SchemaNode> facets = schemas.facets(root);
    boolean required = true;
    for (String name : path) {
      Map<String, List<SchemaNode>> properties = schemas.properties(facets);
      if (!properties.containsKey(name)) {
        return new Missing(name, properties.keySet());
      }
      required &= SchemaPaths.requires(facets, name);
      facets = properties.get(name);
    }
    return new Found(facets, required);
  }
}
