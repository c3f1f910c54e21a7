package io.eventwright.generator.validate;

/** Generated sources could not be compiled; the message holds the compiler's words. */
public final class CompilationRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CompilationRefused(String message) {
    super(message);
  }
}
