package io.eventwright.generator.load.schema;

import io.eventwright.generator.model.schema.Dialect;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a document is read.
 *
 * @param dialect what it is written in
 * @param vocabularies which of the dialect's keywords mean something
 */
record DialectRules(Dialect dialect, Set<Vocabulary> vocabularies) {

  /** A dialect with all that its own metaschema asks for. */
  static DialectRules of(Dialect dialect) {
    return new DialectRules(dialect, EnumSet.complementOf(EnumSet.of(Vocabulary.FORMAT_ASSERTION)));
  }

  /** Whether the keyword that names a schema is {@code id}, as in draft 4, and not {@code $id}. */
  String idKeyword() {
    return dialect == Dialect.DRAFT_4 ? "id" : "$id";
  }

  /** Whether {@code $ref} makes everything beside it meaningless, as it did until draft 7. */
  boolean referenceStandsAlone() {
    return !dialect.isAtLeast(Dialect.DRAFT_2019_09);
  }

  boolean knows(Vocabulary vocabulary) {
    return !dialect.isAtLeast(Dialect.DRAFT_2019_09)
        || vocabulary == Vocabulary.CORE
        || vocabularies.contains(vocabulary);
  }

  boolean assertsFormats() {
    return vocabularies.contains(Vocabulary.FORMAT_ASSERTION);
  }
}
