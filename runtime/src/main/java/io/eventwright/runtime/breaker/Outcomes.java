package io.eventwright.runtime.breaker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What came of the latest calls, oldest first, each with its second: instances tell theirs late,
 * and what is old says nothing of now.
 *
 * @param all in the order of their seconds
 */
record Outcomes(List<Outcome> all) {
  /** Ten blips within weeks are no outage; five attempts at one message take less. */
  static final Duration KEPT = Duration.ofMinutes(15);

  static final Outcomes NONE = new Outcomes(List.of());

  private static final int RADIX = 36;

  /**
   * What came of one call.
   *
   * @param second since the epoch
   * @param success whether it went well
   */
  record Outcome(long second, boolean success) {}

  Outcomes {
    all = List.copyOf(all);
  }

  /** With those of others, each in its place, so that old successes do not push failures out. */
  Outcomes and(Outcomes others) {
    List<Outcome> both = new ArrayList<>(all);
    both.addAll(others.all);
    both.sort(Comparator.comparingLong(Outcome::second));
    return new Outcomes(both);
  }

  /** So many at most, and none that is too old. */
  Outcomes latest(int most, Instant now) {
    long oldest = now.minus(KEPT).getEpochSecond();
    List<Outcome> young = all.stream().filter(each -> each.second() >= oldest).toList();
    return new Outcomes(young.subList(Math.max(0, young.size() - most), young.size()));
  }

  /** How many failed. */
  long failures() {
    return all.stream().filter(each -> !each.success()).count();
  }

  /** {@code second:SFS} with blanks between, the second in base 36. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < all.size(); i++) {
      long second = all.get(i).second();
      if (i == 0 || second != all.get(i - 1).second()) {
        text.append(i == 0 ? "" : " ").append(Long.toString(second, RADIX)).append(':');
      }
      text.append(all.get(i).success() ? 'S' : 'F');
    }
    return text.toString();
  }

  /** From that text; what an older release has written without a time is too old. */
  static Outcomes of(String text) {
    List<Outcome> all = new ArrayList<>();
    for (String part : text.split(" ")) {
      int colon = part.indexOf(':');
      if (colon > 0) {
        long second = Long.parseLong(part, 0, colon, RADIX);
        part.substring(colon + 1)
            .chars()
            .forEach(outcome -> all.add(new Outcome(second, outcome == 'S')));
      }
    }
    return new Outcomes(all);
  }
}
