package io.eventwright.generator.check;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a schema marks something sensitive.
 *
 * @param schemas the schemas
 */
record SensitiveFields(SchemaSet schemas) {

  /** What facets and properties have been looked at by. */
  private static final Set<Class<?>> IN_PLACE =
      Set.of(Keyword.Properties.class, Keyword.Reference.class, Keyword.AllOf.class);

  /**
   * A mark.
   *
   * @param path names of members; {@code *} for an item or a value that has no name
   * @param node where the mark is
   * @param optional whether it is a named member that a document may lack
   */
  record Mark(String path, SchemaNode node, boolean optional) {}

  static boolean isSensitive(List<SchemaNode> facets) {
    return facets.stream().anyMatch(facet -> facet.has(Keyword.Sensitive.class));
  }

  /** Every mark that is not below another one. */
  List<Mark> of(SchemaNode root) {
    List<Mark> marks = new ArrayList<>();
    walk(root, "", false, new HashSet<>(), marks);
    return marks;
  }

  private void walk(
      SchemaNode node, String path, boolean optional, Set<SchemaKey> around, List<Mark> marks) {
    List<SchemaNode> facets = new SchemaPaths(schemas).facets(node);
    if (isSensitive(facets)) {
      marks.add(new Mark(path, node, optional));
      return;
    }
    if (!around.add(node.key())) {
      return;
    }
    SchemaPaths paths = new SchemaPaths(schemas);
    for (Map.Entry<String, List<SchemaNode>> member : paths.properties(facets).entrySet()) {
      boolean may = !SchemaPaths.requires(facets, member.getKey());
      String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      walk(member.getValue().get(0), name, may, around, marks);
    }
    for (SchemaNode facet : facets) {
      for (Keyword keyword : facet.keywords()) {
        if (keyword instanceof Keyword.Applicator within && !IN_PLACE.contains(within.getClass())) {
          within
              .applied()
              .forEach(key -> walk(schemas.node(key), path + ".*", false, around, marks));
        }
      }
    }
    around.remove(node.key());
  }
}
