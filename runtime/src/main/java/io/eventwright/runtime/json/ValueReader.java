package io.eventwright.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Reads one value from a stream of tokens.
 *
 * @param <T> what it is read as
 */
@FunctionalInterface
public interface ValueReader<T> {

  /**
   * Reads one value.
   *
   * @param parser stands on the value's first token, and on its last when this returns
   * @throws IOException when the input is not JSON, or its shape is not that of {@code T}
   */
  T read(JsonParser parser) throws IOException;
}
