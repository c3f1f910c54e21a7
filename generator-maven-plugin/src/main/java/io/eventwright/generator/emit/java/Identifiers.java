package io.eventwright.generator.emit.java;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Any text to a Java identifier. Only ASCII comes out: a class is a file, and file systems,
 * archives and consoles do not agree on anything else. Accents are taken off, what has no letter in
 * ASCII becomes its code point.
 */
final class Identifiers {

  /** Longer names make paths that some file systems refuse. */
  private static final int MAX_LENGTH = 80;

  /** Words that may not stand where a component, a method or a variable is named. */
  private static final Set<String> RESERVED_MEMBERS =
      Set.of(
          // Keywords and literals (JLS 3.9, 3.10).
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "void",
          "volatile",
          "while",
          "true",
          "false",
          "null",
          "_",
          "yield",
          // What every object has, and may not be a component (JLS 8.10.1).
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait",
          // What every generated record has.
          "builder",
          "toBuilder");

  /** Types that generated code speaks of by their simple names. */
  private static final Set<String> RESERVED_TYPES =
      Set.of(
          "Boolean",
          "Builder",
          "Deprecated",
          "Integer",
          "Long",
          "Object",
          "Objects",
          "Override",
          "Record",
          "String",
          "SuppressWarnings",
          "IOException",
          "List",
          "Map",
          "Function",
          "BigDecimal",
          "BigInteger",
          "Instant",
          "LocalDate",
          "URI",
          "UUID",
          "Nullable",
          "NullMarked",
          "JsonGenerator",
          "JsonParser",
          "JsonToken",
          "Json",
          "JsonValue",
          "JsonObject",
          "JsonString",
          "Codec",
          "CalendarDuration",
          "Immutable",
          "MaskedText",
          "Maybe",
          "ObjectCodec",
          "Read",
          "RecordBuilder",
          "UnknownFields",
          "Unknown",
          "Known",
          "Write",
          "Validator",
          "Violation",
          "ValidationResult",
          "EventType",
          "EntityType",
          "Void",
          "Class",
          "Enum",
          "Error",
          "Exception",
          "Iterable",
          "Number",
          "Thread");

  private Identifiers() {}

  /** {@code order-placed} to {@code OrderPlaced}. */
  static String type(String text) {
    String name = capitalised(words(text));
    if (RESERVED_TYPES.contains(name)) {
      return name + "Type";
    }
    return started(name);
  }

  /** {@code order-placed} to {@code orderPlaced}. */
  static String member(String text) {
    String name = capitalised(words(text));
    String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return RESERVED_MEMBERS.contains(lower) ? lower + "_" : started(lower);
  }

  /** {@code order-placed} to {@code ORDER_PLACED}. */
  static String constant(String text) {
    List<String> parts = new ArrayList<>();
    for (String word : words(text)) {
      parts.add(word.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
    }
    return started(cut(String.join("_", parts)));
  }

  /** {@code my-links} to {@code mylinks}: one part of a package's name. */
  static String packagePart(String text) {
    String name = String.join("", words(text)).toLowerCase(Locale.ROOT);
    return RESERVED_MEMBERS.contains(name) ? name + "_" : started(cut(name));
  }

  /** Whether the text is a name that may be used as it is. */
  static boolean isIdentifier(String text) {
    return text.matches("[A-Za-z_$][A-Za-z0-9_$]*") && !RESERVED_MEMBERS.contains(text);
  }

  private static String started(String name) {
    return Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }

  private static String cut(String name) {
    return name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH);
  }

  private static String capitalised(List<String> words) {
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      if (!name.isEmpty() && Character.isDigit(word.charAt(0)) && endsInDigit(name)) {
        name.append('_');
      }
      // A word in capitals is a word all the same: ORDER_ID, URL.
      String rest = word.substring(1);
      boolean shouts = word.equals(word.toUpperCase(Locale.ROOT));
      name.append(Character.toUpperCase(word.charAt(0)))
          .append(shouts ? rest.toLowerCase(Locale.ROOT) : rest);
    }
    return cut(name.toString());
  }

  private static boolean endsInDigit(StringBuilder name) {
    return Character.isDigit(name.charAt(name.length() - 1));
  }

  /** The runs of ASCII letters and digits; at least one. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    // Marks are what is left of an accent once its letter is taken apart.
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    boolean first = true;
    for (int point : plain.codePoints().toArray()) {
      if (point < 128 && Character.isLetterOrDigit(point)) {
        word.appendCodePoint(point);
      } else {
        end(word, words);
        if (first && (point == '+' || point == '-')) {
          words.add(point == '+' ? "plus" : "minus");
        } else if (point >= 128) {
          words.add("u" + Integer.toHexString(point));
        }
      }
      first = false;
    }
    end(word, words);
    if (words.isEmpty()) {
      words.add(text.isEmpty() ? "empty" : "u" + Integer.toHexString(text.codePointAt(0)));
    }
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
