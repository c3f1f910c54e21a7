package io.eventwright.generator.load.schema;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Links schema documents into one set: reads each, finds every schema in it, and resolves what they
 * refer to, in any order and across files and dialects. Nothing is ever fetched.
 */
public final class SchemaLoader {

  private SchemaLoader() {}

  /**
   * Loads documents.
   *
   * @param sources all documents of the run; each one's root becomes a root of the set
   * @return the set, with everything that could be read, beside all that was found
   */
  public static Checked<SchemaSet> load(List<SchemaSource> sources, LoaderOptions options) {
    Diagnostics found = new Diagnostics();
    SchemaIndex index = new SchemaIndex(options, found);
    Map<SchemaSource, Node> documents = new LinkedHashMap<>();
    for (SchemaSource source : sources) {
      Node root = found.take(Documents.read(source.file(), source.content())).valueOrNull();
      if (root instanceof ObjectNode || root instanceof BooleanNode) {
        documents.put(source, root);
        index.announce(source.uri(), root);
      } else if (root != null) {
        found.error(
            root.location(),
            "no-schema",
            "A schema is an object, true or false; this is " + root.kind() + ".");
      }
    }
    Map<String, SchemaKey> roots = new LinkedHashMap<>();
    documents.forEach(
        (source, root) ->
            roots.put(
                source.file(),
                index.add(source.uri(), root, DialectRules.of(options.defaultDialect())).key()));
    SchemaSet set = new SchemaSet(readAll(index, options, found), roots, index.dynamicAnchors());
    ReferenceLoops.report(set, found);
    return Checked.of(set, found);
  }

  /** Reading a reference may bring in more schemas, so the end is looked up each time. */
  private static Map<SchemaKey, SchemaNode> readAll(
      SchemaIndex index, LoaderOptions options, Diagnostics found) {
    SchemaReader reader = new SchemaReader(index, options, found);
    Map<SchemaKey, SchemaNode> nodes = new LinkedHashMap<>();
    for (int i = 0; i < index.size(); i++) {
      SchemaNode node = reader.read(index.place(i));
      nodes.putIfAbsent(node.key(), node);
    }
    return nodes;
  }
}
