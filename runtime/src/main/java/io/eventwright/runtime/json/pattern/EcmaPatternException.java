package io.eventwright.runtime.json.pattern;

/** A regular expression is not ECMA-262, or uses what is not supported here. */
public final class EcmaPatternException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  EcmaPatternException(String message) {
    super(message);
  }
}
