package io.eventwright.runtime.json.pattern;

/** A text that counts how often a backtracking matcher looks at it, and ends the search in time. */
final class StepBudget implements CharSequence {

  private final String text;
  private final int from;
  private final int to;
  private final Counter left;

  /** Shared with the parts a matcher may cut out. */
  private static final class Counter {
    private int steps;
    private final String pattern;

    Counter(int steps, String pattern) {
      this.steps = steps;
      this.pattern = pattern;
    }
  }

  StepBudget(String text, int steps, String pattern) {
    this(text, 0, text.length(), new Counter(steps, pattern));
  }

  private StepBudget(String text, int from, int to, Counter left) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.left = left;
  }

  @Override
  public int length() {
    return to - from;
  }

  @Override
  public char charAt(int index) {
    if (--left.steps < 0) {
      throw new PatternBudgetExceeded(left.pattern);
    }
    return text.charAt(from + index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new StepBudget(text, from + start, from + end, left);
  }

  @Override
  public String toString() {
    return text.substring(from, to);
  }
}
