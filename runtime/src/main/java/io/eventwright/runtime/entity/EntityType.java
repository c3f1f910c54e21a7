package io.eventwright.runtime.entity;

import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.seal.Sealing;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entity.
 *
 * @param name such as {@code wallet}
 * @param codec of its state
 * @param validator of its state; a decision whose state does not hold is not committed
 * @param sealing what of its state is sealed; null for nothing
 * @param <S> the state's record
 */
public record EntityType<S>(
    String name, Codec<S> codec, Validator validator, @Nullable Sealing sealing) {

  /** A kind of which nothing is sealed. */
  public EntityType(String name, Codec<S> codec, Validator validator) {
    this(name, codec, validator, null);
  }

  /** What its sealed texts are bound to. */
  public String sealed() {
    return "entity:" + name;
  }
}
