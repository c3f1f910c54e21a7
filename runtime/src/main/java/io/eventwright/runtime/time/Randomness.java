package io.eventwright.runtime.time;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * The one source of chance, for jitter and identities. It asks the operating system, so that two
 * instances that were restored from one snapshot draw differently (AWS Lambda, "Handling uniqueness
 * with Lambda SnapStart"); a generator with a seed in memory would be copied with it.
 */
public final class Randomness {
  private static final SecureRandom SOURCE = new SecureRandom();

  private Randomness() {}

  /** Safe under many threads. */
  public static RandomGenerator source() {
    return SOURCE;
  }
}
