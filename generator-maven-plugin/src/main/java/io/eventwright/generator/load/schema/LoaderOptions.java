package io.eventwright.generator.load.schema;

import io.eventwright.generator.model.schema.Dialect;
import java.util.Set;

/**
 * What a loader takes for granted.
 *
 * @param defaultDialect the dialect of a schema that does not say {@code $schema}
 * @param strictKeywords whether a keyword that is not known is an error; otherwise it is an
 *     annotation, as the specification says
 * @param assertFormats whether {@code format} refuses values; otherwise it does only where the
 *     schema's vocabulary says so
 * @param library documents that references may lead to beside the sources
 * @param foreignKeywords keywords of someone else's that are annotations, strict or not
 */
public record LoaderOptions(
    Dialect defaultDialect,
    boolean strictKeywords,
    boolean assertFormats,
    SchemaLibrary library,
    Set<String> foreignKeywords) {

  /** Keeps the names immutable. */
  public LoaderOptions {
    foreignKeywords = Set.copyOf(foreignKeywords);
  }

  /** For events: nothing is ignored, formats are asserted. */
  public static LoaderOptions forEvents() {
    return new LoaderOptions(Dialect.DRAFT_2020_12, true, true, SchemaLibrary.standard(), Set.of());
  }

  /** By the letter of the specification, which calls unknown keywords and formats annotations. */
  public static LoaderOptions byTheLetter(Dialect dialect) {
    return new LoaderOptions(dialect, false, false, SchemaLibrary.standard(), Set.of());
  }

  /** The same with another library. */
  public LoaderOptions withLibrary(SchemaLibrary other) {
    return new LoaderOptions(defaultDialect, strictKeywords, assertFormats, other, foreignKeywords);
  }

  /** The same with formats asserted or not. */
  public LoaderOptions withAssertFormats(boolean asserted) {
    return new LoaderOptions(defaultDialect, strictKeywords, asserted, library, foreignKeywords);
  }

  /** The same with keywords of someone else's. */
  public LoaderOptions withForeignKeywords(Set<String> names) {
    return new LoaderOptions(defaultDialect, strictKeywords, assertFormats, library, names);
  }
}
