package io.eventwright.generator.diagnostic;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the known name that was probably meant. */
public final class Suggestion {

  /** Longer names are not compared: the cost is the product of both lengths. */
  private static final int LONGEST_NAME = 200;

  private Suggestion() {}

  /**
   * The known name nearest to {@code name}, when it is near: a third of its letters may differ, an
   * exchange of neighbours counting once. Of equally near names the alphabetically first.
   */
  public static Optional<String> nearest(String name, Collection<String> known) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    int allowed = Math.max(1, (name.length() + 1) / 3);
    String best = null;
    int bestDistance = allowed + 1;
    for (String candidate : new TreeSet<>(known)) {
      if (candidate.length() > LONGEST_NAME
          || Math.abs(candidate.length() - name.length()) >= bestDistance) {
        continue;
      }
      int distance = distance(name, candidate);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code " Did you mean NAME?"} with a leading space, or nothing when no known name is near. */
  public static String didYouMean(String name, Collection<String> known) {
    return nearest(name, known).map(found -> " Did you mean " + found + "?").orElse("");
  }

  /** The optimal string alignment distance: insert, delete, replace, exchange neighbours. */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(last[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = current;
      current = spare;
    }
    return last[b.length()];
  }
}
