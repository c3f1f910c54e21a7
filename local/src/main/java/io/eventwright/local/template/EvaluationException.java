package io.eventwright.local.template;

/** A function that cannot be evaluated; becomes a {@link Problem} where its property stands. */
final class EvaluationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EvaluationException(String message) {
    super(message);
  }
}
