package io.eventwright.generator.model;

/**
 * What holds for all parts of a system.
 *
 * @param rememberedDays how long a handled event is remembered, so that its redelivery has no
 *     second effect
 * @param archivedDays how long what the bus took is kept, to be sent again; as long as it is
 *     remembered unless said, so that all of it can be told from doubles
 * @param encryption with whose key everything that is kept is encrypted
 */
public record SystemSettings(int rememberedDays, int archivedDays, Encryption encryption) {

  /** What holds where nothing is said. */
  public static final SystemSettings DEFAULT = new SystemSettings(30, 30, Encryption.AWS_OWNED);
}
