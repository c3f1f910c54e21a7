package io.eventwright.generator.emit.saga.language;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the states of a flow in JSONPath read of their input and do not make themselves: what the
 * flow must begin with.
 */
final class Reads {

  /** A member of the input; two dollars are the context object. */
  private static final Pattern MEMBER = Pattern.compile("(?<!\\$)\\$\\.([A-Za-z0-9_]+)");

  /**
   * What stands there is no part of the input: the result, and flows with an input of their own.
   */
  private static final Set<String> OTHERS = Set.of("ResultSelector", "ItemProcessor");

  private final Set<String> read = new TreeSet<>();
  private final Set<String> made = new TreeSet<>();

  private Reads() {}

  /** Their names, in alphabetical order. */
  static Set<String> of(Map<String, Object> flow) {
    Reads reads = new Reads();
    reads.tree(flow);
    reads.read.removeAll(reads.made);
    return reads.read;
  }

  private void tree(Map<?, ?> tree) {
    tree.forEach(
        (name, value) -> {
          if (!OTHERS.contains(String.valueOf(name))) {
            field(String.valueOf(name), value);
          }
        });
  }

  private void field(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      tree(map);
    } else if (value instanceof List<?> list) {
      list.forEach(each -> field(name, each));
    } else if (value instanceof String text) {
      if (name.equals("ResultPath")) {
        names(text, made);
      } else if (name.endsWith(".$") || name.endsWith("Path") || name.equals("Variable")) {
        names(text, read);
      }
    }
  }

  private static void names(String text, Set<String> into) {
    for (Matcher each = MEMBER.matcher(text); each.find(); ) {
      into.add(each.group(1));
    }
  }
}
