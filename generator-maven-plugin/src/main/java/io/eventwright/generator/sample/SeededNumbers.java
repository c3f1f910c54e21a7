package io.eventwright.generator.sample;

import java.util.List;

/**
 * Numbers that look like chance and are the same for the same seed, on every machine and release of
 * Java: SplitMix64 (Steele, Lea and Flood, 2014).
 */
final class SeededNumbers {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /**
   * Starts a row of numbers.
   *
   * @param seed the user's
   * @param name what they are for, so that a new schema does not change another one's samples
   */
  SeededNumbers(long seed, String name) {
    state = seed * GAMMA;
    for (int i = 0; i < name.length(); i++) {
      state = mix(state + name.charAt(i));
    }
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private long next() {
    state += GAMMA;
    return mix(state);
  }

  /** A number from 0 to below {@code bound}, which is above 0. */
  int below(int bound) {
    return (int) Math.floorMod(next(), (long) bound);
  }

  /** A number from 0 to below {@code bound}, which is above 0. */
  long below(long bound) {
    return Math.floorMod(next(), bound);
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return below(times) == 0;
  }

  /** One of some, which are not empty. */
  <T> T pick(List<T> some) {
    return some.get(below(some.size()));
  }

  /** One of the letters of a text. */
  char pick(String letters) {
    return letters.charAt(below(letters.length()));
  }
}
