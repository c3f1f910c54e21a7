package io.eventwright.generator.model.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All schemas of a run, linked: a reference is the key of another schema in the set, so schemas
 * that refer to each other in circles are values all the same.
 *
 * @param nodes every schema by its key, in the order of the sources
 * @param roots the root schema of each source, by the source's file
 * @param dynamicAnchors for each resource, its dynamic anchors and what they name; the anchor of
 *     2019-09's {@code $recursiveAnchor} is the empty name
 */
public record SchemaSet(
    Map<SchemaKey, SchemaNode> nodes,
    Map<String, SchemaKey> roots,
    Map<String, Map<String, SchemaKey>> dynamicAnchors) {

  /** Keeps everything immutable and in order. */
  public SchemaSet {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    roots = Collections.unmodifiableMap(new LinkedHashMap<>(roots));
    dynamicAnchors = Collections.unmodifiableMap(new LinkedHashMap<>(dynamicAnchors));
  }

  /**
   * The schema of that key.
   *
   * @throws IllegalArgumentException when it is not in this set
   */
  public SchemaNode node(SchemaKey key) {
    SchemaNode node = nodes.get(key);
    if (node == null) {
      throw new IllegalArgumentException("not in this set: " + key);
    }
    return node;
  }

  /** The root schema of a source file, when the file is one of the sources. */
  public Optional<SchemaNode> root(String file) {
    return Optional.ofNullable(roots.get(file)).map(this::node);
  }

  /**
   * The schema at the end of a chain of plain references that have nothing beside them but
   * annotations; the schema itself when it is no such reference.
   */
  public SchemaNode resolve(SchemaNode node) {
    SchemaNode current = node;
    // A circle of mere references is refused on loading; the bound guards sets built by hand.
    for (int steps = 0; steps < nodes.size(); steps++) {
      Optional<Keyword.Reference> reference = current.find(Keyword.Reference.class);
      if (reference.isEmpty()
          || current.keywords().stream()
              .anyMatch(
                  k -> !(k instanceof Keyword.Annotation || k instanceof Keyword.Reference))) {
        return current;
      }
      current = node(reference.get().target());
    }
    return current;
  }
}
