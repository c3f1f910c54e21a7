package io.eventwright.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences as Javadoc: wrapped, and other people's words escaped. */
public final class JavadocText {
  private static final int WIDTH = 90;

  /**
   * An inline tag is one word: broken in two it is hard to read. Letters are taken by the run,
   * since each turn of the group is a frame on the stack.
   */
  private static final Pattern WORD = Pattern.compile("(?:\\{@\\w+ [^}]*}|[^\\s{]++|\\{)+");

  private JavadocText() {}

  /** Paragraphs, each wrapped; what is in them is Javadoc already. Empty ones are left out. */
  public static CodeBlock of(String... paragraphs) {
    StringBuilder text = new StringBuilder();
    for (String paragraph : paragraphs) {
      if (!paragraph.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n\n<p>").append(wrap(paragraph));
      }
    }
    return CodeBlock.of("$L\n", text);
  }

  /** What a parameter is, in words that are Javadoc already; its later lines are indented. */
  public static CodeBlock param(String name, String words) {
    return CodeBlock.of("$L\n", wrap("@param " + name + " " + words).replace("\n", "\n    "));
  }

  /** Words that are not ours, so that they end no comment and start no tag. */
  public static String escape(String words) {
    return visible(words)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("}", "&#125;")
        .replace("*/", "*&#47;")
        .replace("\\", "&#92;");
  }

  /** Without what is not seen, yet changes how a line is read: controls, half characters. */
  private static String visible(String words) {
    return words.replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "?").replaceAll("\\p{Cc}", " ");
  }

  private static String wrap(String paragraph) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    Matcher words = WORD.matcher(paragraph);
    while (words.find()) {
      String word = words.group();
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        lines.append('\n');
        column = 0;
      } else if (column > 0) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString();
  }
}
