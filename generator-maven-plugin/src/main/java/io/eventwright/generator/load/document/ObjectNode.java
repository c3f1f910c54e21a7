package io.eventwright.generator.load.document;

import io.eventwright.generator.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object: its members in the order of the document.
 *
 * @param location where the object starts
 * @param members by name; a name given twice is reported on reading and the first is kept
 */
public record ObjectNode(SourceLocation location, Map<String, Member> members) implements Node {

  /** Keeps the members immutable and in order. */
  public ObjectNode {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /**
   * A named value in an object.
   *
   * @param name the name
   * @param nameLocation where the name starts
   * @param value the value
   */
  public record Member(String name, SourceLocation nameLocation, Node value) {}

  /** The value of a member, null when there is none. */
  public @Nullable Node get(String name) {
    Member member = members.get(name);
    return member == null ? null : member.value();
  }

  /** The text of a member that is a string, null when there is none or it is something else. */
  public @Nullable String text(String name) {
    return get(name) instanceof StringNode string ? string.value() : null;
  }

  /** The names in the order of the document. */
  public List<String> names() {
    return new ArrayList<>(members.keySet());
  }

  @Override
  public String kind() {
    return "an object";
  }
}
