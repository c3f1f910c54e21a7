package io.eventwright.runtime.entity;

import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Validator;

/**
 * A kind of entity.
 *
 * @param name such as {@code wallet}
 * @param codec of its state
 * @param validator of its state; a decision whose state does not hold is not committed
 * @param <S> the state's record
 */
public record EntityType<S>(String name, Codec<S> codec, Validator validator) {}
