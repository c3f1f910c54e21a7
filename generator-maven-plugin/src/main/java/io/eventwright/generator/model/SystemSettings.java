package io.eventwright.generator.model;

/**
 * What holds for all parts of a system.
 *
 * @param rememberedDays how long a handled event is remembered, so that its redelivery has no
 *     second effect
 */
public record SystemSettings(int rememberedDays) {

  /** What holds where nothing is said. */
  public static final SystemSettings DEFAULT = new SystemSettings(30);
}
