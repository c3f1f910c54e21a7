package io.eventwright.generator.bounds;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The bounds of texts. */
public final class Texts {

  private Texts() {}

  /**
   * How many bytes of JSON, quotes included, the longest text takes that fits some schemas; empty
   * when nothing bounds it. A character counts its UTF-8 or its escape, whichever is the worst that
   * the schemas let through.
   *
   * @param way the schemas that speak of the text
   */
  public static OptionalLong longest(List<SchemaNode> way) {
    return longest(way, List.of());
  }

  /** The same for a text that some expressions are found in besides. */
  static OptionalLong longest(List<SchemaNode> way, List<String> patterns) {
    TextExtent extent = TextExtent.ANY;
    for (String regex : patterns) {
      extent = extent.and(PatternExtent.of(regex));
    }
    for (Keyword.Pattern each : all(way, Keyword.Pattern.class).toList()) {
      extent = extent.and(PatternExtent.of(each.regex()));
    }
    for (Keyword.Format each : all(way, Keyword.Format.class).toList()) {
      extent = each.asserted() ? extent.and(FormatExtent.of(each.format())) : extent;
    }
    long bytes = extent.bytes();
    for (Keyword.MaxLength each : all(way, Keyword.MaxLength.class).toList()) {
      // A count that is saturated is as good as none.
      bytes =
          each.value() == Integer.MAX_VALUE
              ? bytes
              : Math.min(bytes, (long) each.value() * extent.width());
    }
    return bytes == TextExtent.NO_BOUND ? OptionalLong.empty() : OptionalLong.of(bytes + 2);
  }

  private static <K extends Keyword> Stream<K> all(List<SchemaNode> way, Class<K> type) {
    return way.stream().flatMap(node -> node.all(type).stream());
  }
}
