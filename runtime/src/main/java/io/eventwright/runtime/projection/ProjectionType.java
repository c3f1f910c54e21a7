package io.eventwright.runtime.projection;

import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.seal.Sealing;
import org.jspecify.annotations.Nullable;

/**
 * A kind of read model.
 *
 * @param name such as {@code purchase-history}
 * @param codec of its rows
 * @param validator of its rows; a row that does not hold is not written
 * @param sealing what of its rows is sealed; null for nothing
 * @param <R> the row's record
 */
public record ProjectionType<R>(
    String name, Codec<R> codec, Validator validator, @Nullable Sealing sealing) {

  /** A kind of which nothing is sealed. */
  public ProjectionType(String name, Codec<R> codec, Validator validator) {
    this(name, codec, validator, null);
  }

  /** What its sealed texts are bound to. */
  public String sealed() {
    return "projection:" + name;
  }
}
