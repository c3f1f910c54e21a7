package io.eventwright.generator.check;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many bytes of JSON the bounds of a schema let a value have. Parts without a bound count as
 * little, since nothing can be said of them, and so do {@code anyOf}, {@code oneOf} and what is
 * conditional. A character counts four bytes of UTF-8, and one where a pattern or a format may
 * allow only ASCII.
 */
final class ReachableSize {

  /** So large that it is beyond every limit, so small that a product of two cannot overflow. */
  static final long MOST = Integer.MAX_VALUE;

  private static final int BYTES_OF_CHARACTER = 4;
  private static final int DIGITS_OF_LONG = 19;
  private static final int DEEPEST = 64;
  private static final int MOST_PARTS = 10_000;

  private final SchemaSet schemas;
  private final SchemaPaths paths;
  private final Map<List<SchemaKey>, Long> known = new HashMap<>();

  ReachableSize(SchemaSet schemas) {
    this.schemas = schemas;
    this.paths = new SchemaPaths(schemas);
  }

  /** The bytes of a value of that schema. */
  long of(SchemaNode schema) {
    return of(paths.facets(schema), 0);
  }

  /** The bytes of each property of an object with its name, by name. */
  Map<String, Long> ofProperties(SchemaNode schema) {
    return members(paths.facets(schema), 0);
  }

  private long of(List<SchemaNode> all, int depth) {
    List<SchemaNode> facets = all.stream().distinct().toList();
    List<SchemaKey> keys = facets.stream().map(SchemaNode::key).toList();
    Long before = known.get(keys);
    if (before != null) {
      return before;
    }
    if (depth > DEEPEST || known.size() > MOST_PARTS) {
      return 1;
    }
    // What a schema holds of itself has no bound.
    known.put(keys, 1L);
    long size = measured(facets, depth);
    known.put(keys, size);
    return size;
  }

  private long measured(List<SchemaNode> facets, int depth) {
    List<Long> listed = listed(facets);
    return listed.isEmpty()
        ? Math.max(
            Math.max(text(facets), number(facets)),
            Math.max(list(facets, depth), object(facets, depth)))
        : listed.stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  private static List<Long> listed(List<SchemaNode> facets) {
    return Stream.concat(
            all(facets, Keyword.Const.class).map(Keyword.Const::value),
            all(facets, Keyword.Enum.class).flatMap(each -> each.values().stream()))
        .map(ReachableSize::bytes)
        .toList();
  }

  private static long text(List<SchemaNode> facets) {
    boolean restricted =
        all(facets, Keyword.Pattern.class).findAny().isPresent()
            || all(facets, Keyword.Format.class).findAny().isPresent();
    long length =
        all(facets, Keyword.MaxLength.class).mapToLong(Keyword.MaxLength::value).min().orElse(0);
    return capped(length * (restricted ? 1 : BYTES_OF_CHARACTER) + 2);
  }

  private static long number(List<SchemaNode> facets) {
    return Stream.concat(
            all(facets, Keyword.Minimum.class).map(Keyword.Minimum::value),
            all(facets, Keyword.Maximum.class).map(Keyword.Maximum::value))
        .mapToLong(ReachableSize::digits)
        .max()
        .orElse(1);
  }

  private static long digits(BigDecimal bound) {
    return Math.max(1, Math.min(DIGITS_OF_LONG, bound.precision() - (long) bound.scale()));
  }

  private long list(List<SchemaNode> facets, int depth) {
    long most =
        all(facets, Keyword.MaxItems.class).mapToLong(Keyword.MaxItems::value).min().orElse(0);
    List<SchemaNode> items =
        all(facets, Keyword.Items.class)
            .flatMap(each -> paths.facets(schemas.node(each.schema())).stream())
            .toList();
    if (all(facets, Keyword.PrefixItems.class).findAny().isPresent() || refused(items)) {
      return 2;
    }
    List<Long> listed = listed(items);
    boolean unique = all(facets, Keyword.UniqueItems.class).findAny().isPresent();
    long count = unique && !listed.isEmpty() ? Math.min(most, listed.size()) : most;
    return capped(2 + count * (of(items, depth + 1) + 1));
  }

  private long object(List<SchemaNode> facets, int depth) {
    return capped(2 + members(facets, depth).values().stream().mapToLong(Long::longValue).sum());
  }

  private Map<String, Long> members(List<SchemaNode> facets, int depth) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    paths
        .properties(facets)
        .forEach(
            (name, property) -> {
              if (!refused(property)) {
                // Two quotes, a colon and a comma.
                long frame = name.getBytes(StandardCharsets.UTF_8).length + 4L;
                sizes.put(name, capped(frame + of(property, depth + 1)));
              }
            });
    return sizes;
  }

  private static boolean refused(List<SchemaNode> facets) {
    return facets.stream().anyMatch(SchemaNode::refusesAll);
  }

  private static long bytes(JsonValue value) {
    return value.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static <K extends Keyword> Stream<K> all(List<SchemaNode> facets, Class<K> type) {
    return facets.stream().flatMap(facet -> facet.all(type).stream());
  }

  private static long capped(long size) {
    return Math.min(size, MOST);
  }
}
