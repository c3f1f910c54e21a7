package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts that are likely to break one keyword. */
final class BrokenTexts {

  /** A longer text is no sample that anyone would read. */
  private static final int LONGEST = 10_000;

  private BrokenTexts() {}

  static List<String> of(Keyword keyword, String text) {
    if (keyword instanceof Keyword.MinLength least) {
      int end =
          text.offsetByCodePoints(
              0, Math.min(least.value(), text.codePointCount(0, text.length())));
      String shortened = text.substring(0, end);
      return shortened.isEmpty()
          ? List.of("")
          : List.of(text.substring(0, text.offsetByCodePoints(end, -1)), "");
    }
    if (keyword instanceof Keyword.MaxLength most) {
      return most.value() > LONGEST ? List.of() : longer(text, most.value() + 1);
    }
    if (keyword instanceof Keyword.Format format) {
      return List.of(
          "not-a-" + format.format(), text + " ", "", "%%%", "((", "[", "-", "a..b", "{");
    }
    if (keyword instanceof Keyword.Pattern) {
      List<String> texts = new ArrayList<>(List.of(text + "!", "!" + text, "", "?", "!!!"));
      texts.add(text.toUpperCase(Locale.ROOT));
      texts.add(text.toLowerCase(Locale.ROOT));
      texts.add("0");
      texts.add("a");
      texts.add("\n");
      return texts;
    }
    return List.of();
  }

  private static List<String> longer(String text, int length) {
    int missing = length - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return List.of();
    }
    // What repeats the last letter may still fit a pattern, so that only the length is wrong.
    String last = text.isEmpty() ? "x" : text.substring(text.offsetByCodePoints(text.length(), -1));
    return List.of(text + last.repeat(missing), "x".repeat(length));
  }
}
