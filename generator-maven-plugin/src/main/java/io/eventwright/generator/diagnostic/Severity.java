package io.eventwright.generator.diagnostic;

import java.util.Locale;

/** How bad a finding is; the worst first. */
public enum Severity {
  /** Nothing is written. */
  ERROR,
  /** Files are written; the user should look. */
  WARNING,
  /** Something the user may want to know. */
  NOTE;

  /** The word that is printed: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
