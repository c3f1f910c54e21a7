package io.eventwright.runtime.push;

/**
 * A row of a read model as it was written.
 *
 * @param projection the read model
 * @param key the row's key
 * @param source of the events that the row is of
 * @param subject of those events
 * @param version the sequence of the last of them, zero-padded, so that it compares as text
 * @param row the row, JSON
 */
public record RowChange(
    String projection, String key, String source, String subject, String version, String row) {

  /** What a channel is told of it: one place per row. */
  Place place() {
    return new Place(projection, key, source, subject);
  }

  /** Names one row. */
  record Place(String projection, String key, String source, String subject) {}

  boolean isOlderThan(RowChange other) {
    return version.compareTo(other.version) < 0;
  }
}
