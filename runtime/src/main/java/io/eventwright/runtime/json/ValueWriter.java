package io.eventwright.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Writes one value as tokens.
 *
 * @param <T> what is written
 */
@FunctionalInterface
public interface ValueWriter<T> {

  /** Writes one value. */
  void write(T value, JsonGenerator generator) throws IOException;
}
