package io.eventwright.runtime.json.pattern;

/**
 * A pattern that cannot be matched in linear time took more steps over a text than it may. The text
 * is then neither a match nor none: whoever asked must refuse it.
 */
public final class PatternBudgetExceeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PatternBudgetExceeded(String pattern) {
    // Without a stack trace: hostile input must not make us fill one in.
    super("the pattern took too many steps: " + pattern, null, false, false);
  }
}
