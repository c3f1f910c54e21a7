package io.eventwright.generator.sample;

/** An expression has something that no text can be made for here. */
final class UnknownPattern extends Exception {

  private static final long serialVersionUID = 1L;

  UnknownPattern(String what) {
    super(what);
  }
}
