package io.eventwright.runtime.json.pattern;

import com.google.re2j.PatternSyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of ECMA-262 in its Unicode mode, as JSON Schema uses it: it is found
 * anywhere in a text.
 *
 * <p>What is regular runs on RE2/J, in time linear in the text. What is not (look around,
 * references back, more than a thousand repetitions) runs on a backtracking matcher that is stopped
 * after {@value #MAX_STEPS} steps. Immutable, safe under many threads.
 */
public final class EcmaPattern {

  /** How often a backtracking matcher may look at the text. */
  public static final int MAX_STEPS = 1_000_000;

  /** How long an expression may be: compiling takes more than linear time. */
  static final int MAX_LENGTH = 32_768;

  private final String source;
  private final com.google.re2j.@Nullable Pattern linear;
  private final @Nullable Pattern backtracking;

  private EcmaPattern(
      String source, com.google.re2j.@Nullable Pattern linear, @Nullable Pattern backtracking) {
    this.source = source;
    this.linear = linear;
    this.backtracking = backtracking;
  }

  /**
   * Compiles an expression.
   *
   * @param source without slashes and flags
   * @throws EcmaPatternException when it is none
   */
  public static EcmaPattern compile(String source) {
    if (source.length() > MAX_LENGTH) {
      throw new EcmaPatternException("The expression has more than " + MAX_LENGTH + " characters");
    }
    EcmaTranslator translator = new EcmaTranslator(source);
    String translated = translator.translate();
    if (translator.isRegular()) {
      try {
        return new EcmaPattern(source, com.google.re2j.Pattern.compile(translated), null);
      } catch (PatternSyntaxException e) {
        // Beyond its limit of repetitions; the other engine has none.
      }
    }
    try {
      return new EcmaPattern(source, null, Pattern.compile(translator.forBacktracking()));
    } catch (java.util.regex.PatternSyntaxException e) {
      throw new EcmaPatternException(
          "The expression " + source + " is not supported: " + e.getDescription());
    } catch (StackOverflowError e) {
      throw new EcmaPatternException("The expression is nested too deeply");
    }
  }

  /**
   * Whether the expression is found anywhere in the text.
   *
   * @throws PatternBudgetExceeded when that cannot be said within the budget
   */
  public boolean find(String text) {
    if (linear != null) {
      return linear.matcher(text).find();
    }
    if (backtracking == null) {
      throw new IllegalStateException("compiled for neither engine");
    }
    try {
      return backtracking.matcher(new StepBudget(text, MAX_STEPS, source)).find();
    } catch (StackOverflowError e) {
      // The engine recurses once a repetition: a long text runs out of stack before steps.
      throw new PatternBudgetExceeded(source);
    }
  }

  /** Whether matching takes linear time. */
  public boolean isLinear() {
    return linear != null;
  }

  /** The expression as it was written. */
  @Override
  public String toString() {
    return source;
  }
}
