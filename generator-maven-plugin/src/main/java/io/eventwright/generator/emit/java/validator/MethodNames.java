package io.eventwright.generator.emit.java.validator;

import io.eventwright.generator.model.schema.SchemaKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Names methods after where their schema stands: {@code PriceAmount}, {@code LinesItem}. */
final class MethodNames {

  private static final int LONGEST_NAME = 60;

  /** Parts of a pointer that only say how to go on. */
  private static final Set<String> STRUCTURE =
      Set.of("properties", "$defs", "definitions", "patternProperties", "dependentSchemas");

  private final SchemaKey head;
  private final Map<Unit, String> names = new LinkedHashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();

  /** Names the methods of one class; the schema that the class is for goes without a name. */
  MethodNames(Unit head) {
    this.head = head.key();
    names.put(head, "");
  }

  /** The name of a unit, the same each time, without the prefix that says what a method does. */
  String of(Unit unit) {
    String known = names.get(unit);
    if (known == null) {
      known = unique(name(unit.key()));
      names.put(unit, known);
    }
    return known;
  }

  private String unique(String name) {
    String candidate = name;
    // A digit at the end would run into the number.
    String separator = Character.isDigit(name.charAt(name.length() - 1)) ? "_" : "";
    for (int i = 2; !taken.add(candidate); i++) {
      candidate = name + separator + i;
    }
    return candidate;
  }

  private String name(SchemaKey key) {
    boolean below =
        key.resource().equals(head.resource()) && key.pointer().startsWith(head.pointer() + "/");
    String pointer = below ? key.pointer().substring(head.pointer().length()) : key.pointer();
    String name = fromPointer(pointer);
    if (name.isEmpty() && pointer.isEmpty()) {
      String resource = key.resource();
      StringBuilder last = new StringBuilder();
      append(stem(resource.substring(resource.lastIndexOf('/') + 1)), last);
      name = last.toString();
    }
    if (name.isEmpty()) {
      return "Schema";
    }
    // Constants are named alike, and no name in Java starts with a digit.
    return Character.isDigit(name.charAt(0)) ? "Name" + name : name;
  }

  /** A file's name without what says that it is a schema. */
  static String stem(String file) {
    return file.replaceAll("(?:[.]schema)?[.](?:json|ya?ml)$", "");
  }

  /** A place in a document as a name, such as {@code PriceAmount}; empty for a document's root. */
  static String fromPointer(String pointer) {
    StringBuilder name = new StringBuilder();
    boolean structural = true;
    for (String segment : pointer.split("/")) {
      String word = segment.replace("~1", "/").replace("~0", "~");
      if (structural && STRUCTURE.contains(word)) {
        // The segment after it is a name of the user's, even when it reads like a keyword.
        structural = false;
        continue;
      }
      structural = true;
      append(word.equals("items") ? "item" : word, name);
    }
    if (name.length() > LONGEST_NAME) {
      name.delete(0, name.length() - LONGEST_NAME);
    }
    return capitalised(name.toString());
  }

  private static void append(String word, StringBuilder name) {
    boolean start = true;
    for (int i = 0; i < word.length() && i < LONGEST_NAME; i++) {
      char c = word.charAt(i);
      boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
      if (plain) {
        name.append(start ? Character.toUpperCase(c) : c);
      }
      start = !plain;
    }
  }

  private static String capitalised(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
