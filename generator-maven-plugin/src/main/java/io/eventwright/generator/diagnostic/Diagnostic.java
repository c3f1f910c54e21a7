package io.eventwright.generator.diagnostic;

import java.util.Comparator;

/**
 * One finding about the input.
 *
 * @param location where it is
 * @param severity how bad it is
 * @param ruleId the rule that found it: lower case words joined by hyphens
 * @param message what is wrong and what to do about it, in whole sentences
 */
public record Diagnostic(SourceLocation location, Severity severity, String ruleId, String message)
    implements Comparable<Diagnostic> {

  // A reader works through one file from its top, so place comes first.
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::location)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::ruleId)
          .thenComparing(Diagnostic::message);

  /** A finding that stops the run. */
  public static Diagnostic error(SourceLocation location, String ruleId, String message) {
    return new Diagnostic(location, Severity.ERROR, ruleId, message);
  }

  /** A finding that does not stop the run. */
  public static Diagnostic warning(SourceLocation location, String ruleId, String message) {
    return new Diagnostic(location, Severity.WARNING, ruleId, message);
  }

  /** Whether this finding stops the run. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  /**
   * The line a user sees: {@code file:line:column: error [rule-id] message}. What could break the
   * line, or turn it round, is shown as a replacement character: input ends up in messages.
   */
  @Override
  public String toString() {
    return (location + ": " + severity.label() + " [" + ruleId + "] " + message)
        .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD");
  }
}
