package io.eventwright.generator.infer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Few texts that repeat are the values of an {@code enum}. A value that was seen once only suggests
 * that there are more to come, so each must have been seen twice, and all of them three times on
 * average; a single value says nothing about what else there could be.
 */
final class EnumGuess {

  private static final int TIMES_EACH = 2;
  private static final int TIMES_ON_AVERAGE = 3;
  private static final int LONGEST = 64;

  /** A value of an enum is a word, not a sentence. */
  private static final Pattern WORD = Pattern.compile("[^\\s\\p{Cntrl}]{1," + LONGEST + "}");

  /** The name of who did it repeats as well, but the next one will be another. */
  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?:.*[a-z0-9]|)(?:Id|ID|Key|Name|Token|Email)|(?:.*[-_])?(?:id|key|name|token|email)");

  private EnumGuess() {}

  /** The values, sorted, when the texts look like some. */
  static Optional<List<String>> of(String property, List<String> texts, InferenceOptions options) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (String text : texts) {
      counts.merge(text, 1, Integer::sum);
      if (counts.size() > options.enumValues()) {
        return Optional.empty();
      }
    }
    boolean repeats =
        counts.size() >= 2
            && texts.size() >= TIMES_ON_AVERAGE * counts.size()
            && counts.values().stream().allMatch(count -> count >= TIMES_EACH);
    boolean words = counts.keySet().stream().allMatch(each -> WORD.matcher(each).matches());
    return repeats && words && !isIdentity(property)
        ? Optional.of(List.copyOf(counts.keySet()))
        : Optional.empty();
  }

  private static boolean isIdentity(String property) {
    return IDENTITY.matcher(property).matches()
        || IDENTITY.matcher(property.toLowerCase(Locale.ROOT)).matches();
  }
}
