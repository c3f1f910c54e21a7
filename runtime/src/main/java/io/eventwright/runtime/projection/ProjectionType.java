package io.eventwright.runtime.projection;

import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Validator;

/**
 * A kind of read model.
 *
 * @param name such as {@code purchase-history}
 * @param codec of its rows
 * @param validator of its rows; a row that does not hold is not written
 * @param <R> the row's record
 */
public record ProjectionType<R>(String name, Codec<R> codec, Validator validator) {}
