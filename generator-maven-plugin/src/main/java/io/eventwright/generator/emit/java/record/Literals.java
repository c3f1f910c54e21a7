package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.type.LongText;
import java.util.ArrayList;
import java.util.List;

/** Other people's text as Java source: data, whatever is in it. */
final class Literals {

  private Literals() {}

  /** An expression in ASCII, on one line; a constant unless the text is too long for one. */
  static CodeBlock string(String text) {
    if (!LongText.isOne(text)) {
      return CodeBlock.of("$L", literal(text));
    }
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < text.length(); from += LongText.PART) {
      parts.add(literal(text.substring(from, Math.min(text.length(), from + LongText.PART))));
    }
    return CodeBlock.of("$T.join(\"\", $L)", String.class, String.join(", ", parts));
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\t' -> literal.append("\\t");
        case '\r' -> literal.append("\\r");
        default -> {
          if (c < ' ' || c > '~') {
            literal.append("\\u%04x".formatted((int) c));
          } else {
            literal.append(c);
          }
        }
      }
    }
    // JavaPoet breaks no line within what it is given as a literal.
    return literal.append('"').toString();
  }
}
