package io.eventwright.runtime.event;

import io.eventwright.runtime.json.ValueReader;
import io.eventwright.runtime.json.ValueWriter;

/**
 * Reads and writes one generated type as JSON, token by token; generated code implements it.
 * Implementations are stateless and safe under many threads. What is written always reads back as
 * an equal value.
 *
 * @param <T> the type read and written
 */
public interface Codec<T> extends ValueReader<T>, ValueWriter<T> {}
