package io.eventwright.local.template;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The way out of a typing mistake. */
final class Nearest {

  private Nearest() {}

  /** {@code Did you mean x?} with a leading blank, or nothing when no candidate is near. */
  static String hint(String wrong, Collection<String> candidates) {
    return candidates.stream()
        .min(Comparator.comparingInt((String candidate) -> distance(wrong, candidate)))
        .filter(best -> distance(wrong, best) <= Math.max(2, wrong.length() / 4))
        .map(best -> " Did you mean " + best + "?")
        .orElse("");
  }

  private static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
