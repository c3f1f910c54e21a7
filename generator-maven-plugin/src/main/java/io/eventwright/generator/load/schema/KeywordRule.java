package io.eventwright.generator.load.schema;

import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.Keyword;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one keyword.
 *
 * @param name its name
 * @param since the first dialect that has it
 * @param until the last dialect that has it
 * @param openApi whether OpenAPI 3.0 has it
 * @param vocabulary where it belongs in 2019-09 and later
 * @param shape where in its value schemas are
 * @param reader makes the normalised keyword
 */
record KeywordRule(
    String name,
    Dialect since,
    Dialect until,
    boolean openApi,
    Vocabulary vocabulary,
    Shape shape,
    Reader reader) {

  /** Makes a normalised keyword of one in a document. */
  interface Reader {
    /** The keyword; null when it asks nothing, or when another keyword's reader takes it. */
    @Nullable Keyword read(KeywordContext context);
  }

  boolean isIn(Dialect dialect) {
    return dialect == Dialect.OPENAPI_3_0
        ? openApi
        : dialect.compareTo(since) >= 0 && dialect.compareTo(until) <= 0;
  }

  boolean isIn(DialectRules rules) {
    if (!isIn(rules.dialect())) {
      return false;
    }
    return vocabulary == Vocabulary.FORMAT_ANNOTATION
        ? rules.knows(Vocabulary.FORMAT_ANNOTATION) || rules.knows(Vocabulary.FORMAT_ASSERTION)
        : rules.knows(vocabulary);
  }
}
