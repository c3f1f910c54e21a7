package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NullNode;
import io.eventwright.generator.load.document.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one mapping; whatever is wrong is reported and null is given back.
 *
 * <p>It remembers whether anything was wrong, since a part that is only half read must not be
 * checked.
 */
final class SectionReader {

  private final ObjectNode node;
  private final Section section;
  private final Diagnostics found;
  private boolean complete = true;

  private SectionReader(ObjectNode node, Section section, Diagnostics found) {
    this.node = node;
    this.section = section;
    this.found = found;
  }

  /** Begins to read a mapping: reports unknown keys and missing ones. */
  static @Nullable SectionReader of(Node node, Section section, Diagnostics found) {
    if (!(node instanceof ObjectNode object)) {
      found.error(
          node.location(),
          "wrong-type",
          "Expected "
              + section.title()
              + ", a mapping with the keys "
              + String.join(", ", section.keys())
              + ", and found "
              + node.kind()
              + ".");
      return null;
    }
    SectionReader reader = new SectionReader(object, section, found);
    reader.checkKeys();
    return reader;
  }

  private void checkKeys() {
    List<String> known = section.keys();
    for (ObjectNode.Member member : node.members().values()) {
      if (section.later().contains(member.name())) {
        found.error(
            member.nameLocation(),
            "not-supported-yet",
            "The key "
                + member.name()
                + " of "
                + section.title()
                + " is not supported by this version. Remove it; supported are: "
                + String.join(", ", known)
                + ".");
        complete = false;
      } else if (!known.contains(member.name())) {
        found.error(
            member.nameLocation(),
            "unknown-key",
            "There is no key "
                + Shown.of(member.name())
                + " in "
                + section.title()
                + "."
                + Suggestion.didYouMean(member.name(), known)
                + " The keys are: "
                + String.join(", ", known)
                + ".");
        complete = false;
      }
    }
    for (String name : section.required()) {
      if (!node.members().containsKey(name)) {
        found.error(
            node.location(),
            "missing-key",
            "The key " + name + " is missing in " + section.title() + ". Add it.");
        complete = false;
      }
    }
  }

  /** Whether everything that was read so far was right. */
  boolean complete() {
    return complete;
  }

  /** Notes that a part read elsewhere was wrong. */
  void incomplete() {
    complete = false;
  }

  Diagnostics found() {
    return found;
  }

  /** The value of a key, read by {@code read}; null when it is absent or wrong. */
  <T> @Nullable T get(String key, Function<Node, @Nullable T> read) {
    if (!section.keys().contains(key)) {
      throw new IllegalArgumentException(key + " is not listed in " + section.title());
    }
    Node value = node.get(key);
    if (value == null) {
      return null;
    }
    T result = read.apply(value);
    complete &= result != null;
    return result;
  }

  /** The value of a key, or {@code otherwise} when it is absent or wrong. */
  <T> T getOr(String key, T otherwise, Function<Node, @Nullable T> read) {
    T value = get(key, read);
    return value == null ? otherwise : value;
  }

  /** The items of a list, those that are right; a single value stands for a list of one. */
  <T> List<T> list(String key, Function<Node, @Nullable T> read) {
    List<T> items =
        get(
            key,
            value -> {
              List<T> right = new ArrayList<>();
              for (Node item : value instanceof ArrayNode array ? array.items() : List.of(value)) {
                T one = read.apply(item);
                if (one == null) {
                  incomplete();
                } else {
                  right.add(one);
                }
              }
              return right;
            });
    return items == null ? List.of() : items;
  }

  /** The same of a list that must not be empty. */
  <T> List<T> some(String key, Function<Node, @Nullable T> read) {
    List<T> items = list(key, read);
    Node value = node.get(key);
    if (value instanceof ArrayNode array && array.items().isEmpty()) {
      found.error(
          value.location(),
          "wrong-value",
          "The list " + key + " of " + section.title() + " is empty. Write at least one.");
      incomplete();
    }
    return items;
  }

  /** Each member of a mapping, by name; an empty value stands for an empty mapping. */
  void each(String key, BiConsumer<ObjectNode.Member, Node> read) {
    Node value = get(key, any -> any);
    if (value instanceof ObjectNode object) {
      for (Map.Entry<String, ObjectNode.Member> each : object.members().entrySet()) {
        Node part = each.getValue().value();
        read.accept(
            each.getValue(),
            part instanceof NullNode ? new ObjectNode(part.location(), Map.of()) : part);
      }
    } else if (value != null && !(value instanceof NullNode)) {
      found.error(
          value.location(),
          "wrong-type",
          "Expected a mapping from names to their descriptions under "
              + key
              + ", and found "
              + value.kind()
              + ".");
      incomplete();
    }
  }
}
