package io.eventwright.generator.model.schema;

import io.eventwright.generator.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * One schema. {@code true} has no keywords, {@code false} the single keyword {@link
 * Keyword.Refused}.
 *
 * @param key its name in the set
 * @param location where it starts
 * @param dialect what it is written in
 * @param keywords in the order of the document; at most one of each class, except {@link
 *     Keyword.Minimum} and {@link Keyword.Maximum} (inclusive and exclusive) and {@link
 *     Keyword.Extension}
 */
public record SchemaNode(
    SchemaKey key, SourceLocation location, Dialect dialect, List<Keyword> keywords) {

  /** Keeps the keywords immutable. */
  public SchemaNode {
    keywords = List.copyOf(keywords);
  }

  /** The first keyword of a class. */
  public <K extends Keyword> Optional<K> find(Class<K> type) {
    for (Keyword keyword : keywords) {
      if (type.isInstance(keyword)) {
        return Optional.of(type.cast(keyword));
      }
    }
    return Optional.empty();
  }

  /** All keywords of a class, in the order of the document. */
  public <K extends Keyword> List<K> all(Class<K> type) {
    return keywords.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Whether there is a keyword of a class. */
  public boolean has(Class<? extends Keyword> type) {
    return find(type).isPresent();
  }

  /** Whether this is the schema {@code false}, which nothing fits. */
  public boolean refusesAll() {
    return has(Keyword.Refused.class);
  }

  /** Whether nothing is asked of a value: only annotations, or nothing at all. */
  public boolean acceptsAll() {
    return keywords.stream().allMatch(Keyword.Annotation.class::isInstance);
  }
}
