package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.CodeBlock;

/** Other people's text as Java source: data, whatever is in it. */
final class Literals {

  private Literals() {}

  /** A string literal in ASCII, on one line. */
  static CodeBlock string(String text) {
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
    return CodeBlock.of("$L", literal.append('"'));
  }
}
