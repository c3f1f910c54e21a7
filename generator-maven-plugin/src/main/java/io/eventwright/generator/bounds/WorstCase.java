package io.eventwright.generator.bounds;

import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many bytes of JSON a value takes at most that a schema accepts, written without white space.
 * No such value takes more, as long as its objects have the members that the schemas describe; a
 * member that a newer version adds is that version's. A text, a list or a map without a bound
 * counts as if it were empty, and is no less without end for that: rules of their own find those.
 * What can hold itself again counts {@link #MOST}.
 */
public final class WorstCase {

  /** So large that it is beyond every limit, so small that a product of two cannot overflow. */
  public static final long MOST = Integer.MAX_VALUE;

  /** What the members of a map are called together, since their names are data. */
  public static final String ENTRIES = "{}";

  private static final int LONGEST_LITERAL = "false".length();
  private static final int DEEPEST = 128;
  private static final int MOST_PARTS = 20_000;

  private final SchemaSet schemas;
  private final Map<Set<SchemaKey>, Long> known = new HashMap<>();
  private int depth;

  /** Measures values of some schemas. */
  public WorstCase(SchemaSet schemas) {
    this.schemas = schemas;
  }

  /** The bytes of a value that fits all of some schemas. */
  public long of(Collection<SchemaNode> nodes) {
    Set<SchemaKey> keys = new TreeSet<>();
    nodes.forEach(node -> keys.add(node.key()));
    Long before = known.get(keys);
    if (before != null) {
      return before;
    }
    if (depth > DEEPEST || known.size() > MOST_PARTS) {
      return MOST;
    }
    // What is met again while it is measured holds itself.
    known.put(keys, MOST);
    depth++;
    long size = capped(measured(nodes));
    depth--;
    known.put(keys, size);
    return size;
  }

  /**
   * The bytes of each member of an object, its name included, by name; a map's all under {@link
   * #ENTRIES}.
   */
  public Map<String, Long> ofMembers(Collection<SchemaNode> nodes) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (List<SchemaNode> way : ways(nodes)) {
      ObjectShape shape = shape(way);
      shape.members.forEach((name, size) -> sizes.merge(name, size, Math::max));
      if (shape.entryBytes() > 0) {
        sizes.merge(ENTRIES, shape.entryBytes(), Math::max);
      }
    }
    return sizes;
  }

  private List<List<SchemaNode>> ways(Collection<SchemaNode> nodes) {
    try {
      return Alternatives.of(schemas, nodes).ways();
    } catch (Alternatives.TooManyWays unclear) {
      return List.of();
    }
  }

  private long measured(Collection<SchemaNode> nodes) {
    Alternatives alternatives;
    try {
      alternatives = Alternatives.of(schemas, nodes);
    } catch (Alternatives.TooManyWays unclear) {
      return MOST;
    }
    long most = 0;
    ObjectShape all = ObjectShape.NONE;
    for (List<SchemaNode> way : alternatives.ways()) {
      Optional<List<JsonValue>> listed = Listed.values(way);
      if (listed.isPresent()) {
        for (JsonValue value : listed.get()) {
          most = Math.max(most, bytes(value));
        }
        continue;
      }
      Set<JsonType> types = Types.of(way);
      most = Math.max(most, scalar(way, types));
      if (types.contains(JsonType.ARRAY)) {
        most = Math.max(most, list(way));
      }
      if (types.contains(JsonType.OBJECT)) {
        ObjectShape shape = shape(way);
        all = alternatives.together() ? all.and(shape) : ObjectShape.NONE;
        most = Math.max(most, shape.bytes());
      }
    }
    return all.equals(ObjectShape.NONE) ? most : Math.max(most, all.bytes());
  }

  private static long scalar(List<SchemaNode> way, Set<JsonType> types) {
    long most =
        types.contains(JsonType.BOOLEAN) || types.contains(JsonType.NULL) ? LONGEST_LITERAL : 2;
    if (types.contains(JsonType.NUMBER) || types.contains(JsonType.INTEGER)) {
      most = Math.max(most, Numbers.longest(way, types));
    }
    return types.contains(JsonType.STRING) ? Math.max(most, Texts.longest(way).orElse(2)) : most;
  }

  private long list(List<SchemaNode> way) {
    Items items = Items.of(schemas, way);
    int places = (int) Math.min(items.first().size(), items.most());
    long bytes = 2;
    for (List<SchemaNode> each : items.first().subList(0, places)) {
      bytes = capped(bytes + of(each) + 1);
    }
    if (items.most() != Items.NO_BOUND) {
      bytes += (items.most() - places) * (of(items.others()) + 1);
    }
    return withoutLastComma(bytes);
  }

  private ObjectShape shape(List<SchemaNode> way) {
    Members described = Members.of(schemas, way);
    Map<String, Long> members = new LinkedHashMap<>();
    described.named().forEach((name, nodes) -> members.put(name, bytes(name) + 2 + of(nodes)));
    long entry = 0;
    for (Members.Entry each : described.entries()) {
      entry = Math.max(entry, nameBytes(each) + 2 + of(each.values()));
    }
    return new ObjectShape(members, entry, Entries.of(schemas, described), Entries.most(way));
  }

  /** Whether every name in an object has a length that the schemas bound. */
  public static boolean namesAreBounded(SchemaSet schemas, List<SchemaNode> way) {
    return Members.of(schemas, way).entries().stream()
        .allMatch(
            entry ->
                new WorstCase(schemas)
                    .ways(entry.names()).stream()
                        .allMatch(
                            names ->
                                Listed.values(names).isPresent()
                                    || Texts.longest(names, entry.patterns()).isPresent()));
  }

  private long nameBytes(Members.Entry entry) {
    long most = 2;
    for (List<SchemaNode> way : ways(entry.names())) {
      Optional<List<JsonValue>> listed = Listed.values(way);
      most =
          listed.isPresent()
              ? listed.get().stream().mapToLong(WorstCase::bytes).reduce(most, Math::max)
              : Math.max(most, Texts.longest(way, entry.patterns()).orElse(2));
    }
    return most;
  }

  /** The bytes of a text with its quotes. */
  private static long bytes(String text) {
    return bytes(new JsonString(text));
  }

  private static long bytes(JsonValue value) {
    return value.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static long withoutLastComma(long bytes) {
    return bytes > 2 && bytes < MOST ? bytes - 1 : bytes;
  }

  private static long capped(long size) {
    return Math.min(size, MOST);
  }

  /**
   * What an object can hold.
   *
   * @param members bytes of each member that has a name in the schemas, with a comma
   * @param entry bytes of a member whose name is data, with a comma
   * @param entries how many of those there can be
   * @param most how many members there can be of both kinds
   */
  private record ObjectShape(Map<String, Long> members, long entry, long entries, long most) {

    static final ObjectShape NONE = new ObjectShape(Map.of(), 0, 0, 0);

    /** What an object can hold that takes both ways. */
    ObjectShape and(ObjectShape other) {
      Map<String, Long> all = new LinkedHashMap<>(members);
      other.members.forEach((name, size) -> all.merge(name, size, Math::max));
      return new ObjectShape(
          all,
          Math.max(entry, other.entry),
          Math.max(entries, other.entries) == Entries.NO_BOUND
              ? Entries.NO_BOUND
              : entries + other.entries,
          Math.max(most, other.most));
    }

    /** The bytes of all members whose names are data; without a bound they count nothing. */
    long entryBytes() {
      long count = Math.min(entries, most);
      return count == Entries.NO_BOUND ? 0 : capped(capped(count) * entry);
    }

    /** As many of the largest members as there can be. */
    long bytes() {
      List<Long> sizes = new ArrayList<>(members.values());
      long count = entryBytes() == 0 ? 0 : Math.min(Math.min(entries, most), MOST_PARTS);
      for (long i = 0; i < count; i++) {
        sizes.add(entry);
      }
      sizes.sort(Comparator.reverseOrder());
      long bytes = 2;
      for (long size : sizes.subList(0, (int) Math.min(sizes.size(), most))) {
        bytes = capped(bytes + size);
      }
      bytes = Math.max(bytes, entryBytes() + 2);
      return withoutLastComma(bytes);
    }
  }
}
