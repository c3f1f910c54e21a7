package io.eventwright.runtime.codec;

/**
 * Collects a record's components; generated, one for each record. Not safe under many threads.
 *
 * @param <T> the record
 */
public interface RecordBuilder<T> {

  /**
   * The record.
   *
   * @throws MissingProperty when a required component was not given
   */
  T build();
}
