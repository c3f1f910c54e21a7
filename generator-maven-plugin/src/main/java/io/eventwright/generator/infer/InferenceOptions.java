package io.eventwright.generator.infer;

/**
 * How bold the guesses are.
 *
 * @param enumValues how many different texts may still be an {@code enum}; 0 for no enum at all
 */
public record InferenceOptions(int enumValues) {

  /** Up to ten values. */
  public static final InferenceOptions DEFAULT = new InferenceOptions(10);
}
