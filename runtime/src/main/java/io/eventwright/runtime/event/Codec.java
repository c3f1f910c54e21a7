package io.eventwright.runtime.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Reads and writes one generated type as JSON, token by token; generated code implements it.
 * Implementations are stateless and safe under many threads.
 *
 * @param <T> the type read and written
 */
public interface Codec<T> {

  /**
   * Reads one value.
   *
   * @param parser stands on the value's first token, and on its last when this returns
   * @throws IOException when the input is not JSON, or its shape is not that of {@code T}
   */
  T read(JsonParser parser) throws IOException;

  /** Writes one value; what is written always reads back as an equal value. */
  void write(T value, JsonGenerator generator) throws IOException;
}
