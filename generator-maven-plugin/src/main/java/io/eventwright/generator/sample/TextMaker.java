package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.runtime.json.format.Formats;
import io.eventwright.runtime.json.pattern.EcmaPattern;
import io.eventwright.runtime.json.pattern.PatternBudgetExceeded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Makes texts of a length, in a format, that patterns are found in. */
record TextMaker(Facets facets, SeededNumbers random, Fullness fullness) {

  private static final int TRIES = 60;
  private static final int LONGEST = 10_000;

  Optional<String> make() {
    int least = facets.largest(Keyword.MinLength.class, Keyword.MinLength::value, 0);
    int most = facets.smallest(Keyword.MaxLength.class, Keyword.MaxLength::value);
    List<String> formats =
        facets
            .all(Keyword.Format.class)
            .map(Keyword.Format::format)
            .filter(Formats::isOfStrings)
            .toList();
    List<String> patterns = facets.all(Keyword.Pattern.class).map(Keyword.Pattern::regex).toList();
    if (least > most || least > LONGEST) {
      return Optional.empty();
    }
    for (int i = 0; i < TRIES; i++) {
      // Longer and longer: a short text is read more easily.
      int spread = fullness == Fullness.LARGEST ? LONGEST : 3 + i * (1 + least / 20);
      Optional<String> text = candidate(formats, patterns, least, most, spread);
      if (text.isPresent() && fits(text.get(), formats, patterns, least, most)) {
        return text;
      }
    }
    return Optional.empty();
  }

  private Optional<String> candidate(
      List<String> formats, List<String> patterns, int least, int most, int spread) {
    if (!patterns.isEmpty()) {
      return PatternTexts.text(random.pick(patterns), random, spread)
          .map(text -> padded(text, least));
    }
    if (formats.isEmpty() && fullness == Fullness.LARGEST && most <= LONGEST) {
      // An escaped control character takes more room than any other.
      return Optional.of("\u0001".repeat(most));
    }
    return formats.isEmpty()
        ? Optional.of(Words.ofLength(Math.max(1, least), most, random))
        : FormatTexts.text(random.pick(formats), random).map(text -> padded(text, 0));
  }

  /** A pattern that is not tied to the end is still found when something follows. */
  private String padded(String text, int least) {
    StringBuilder padded = new StringBuilder(text);
    while (padded.codePointCount(0, padded.length()) < least) {
      padded.append(Words.word(random).charAt(0));
    }
    return random.oneIn(2) ? padded.toString() : text;
  }

  private static boolean fits(
      String text, List<String> formats, List<String> patterns, int least, int most) {
    int length = text.codePointCount(0, text.length());
    try {
      // Half of a character could not be written to a file.
      return StandardCharsets.UTF_8.newEncoder().canEncode(text)
          && length >= least
          && length <= most
          && formats.stream().allMatch(format -> Formats.matches(format, text))
          && patterns.stream().allMatch(regex -> EcmaPattern.compile(regex).find(text));
    } catch (PatternBudgetExceeded undecided) {
      return false;
    }
  }
}
