package io.eventwright.generator.sample;

import java.util.List;

/** Plain words, so that a sample can be read. */
final class Words {

  private static final List<String> WORDS =
      List.of(
          "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbor", "indigo",
          "juniper", "kelp", "lagoon", "maple", "nectar", "ocean", "pebble", "quartz", "river",
          "saffron", "tundra", "umber", "valley", "willow", "yarrow", "zephyr");

  private Words() {}

  static String word(SeededNumbers random) {
    return random.pick(WORDS);
  }

  /** A text of so many code points, words with spaces between them. */
  static String ofLength(int least, int most, SeededNumbers random) {
    StringBuilder text = new StringBuilder(word(random));
    while (text.length() < least) {
      text.append(' ').append(word(random));
    }
    if (text.length() > most) {
      text.setLength(most);
      // A space at its end would look like a fault.
      if (most > 0 && text.charAt(most - 1) == ' ') {
        text.setCharAt(most - 1, 's');
      }
    }
    return text.toString();
  }
}
