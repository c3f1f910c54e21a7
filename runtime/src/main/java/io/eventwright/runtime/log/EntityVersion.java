package io.eventwright.runtime.log;

import io.eventwright.runtime.event.Envelope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an entity's log.
 *
 * @param id the entity's identifier
 * @param version from 1 on, without gaps
 * @param before the state of the version before; null for none
 * @param after the state that this version brought; null when the entity has none yet
 * @param cause why
 * @param at when the decision was committed, UTC, by the deciding instance's clock
 * @param published the envelopes of the events that this version publishes, in order
 * @param hash of this entry's content and the hash before it, SHA-256 in lower-case hexadecimal
 * @param <S> the state's record
 */
public record EntityVersion<S>(
    String id,
    long version,
    @Nullable S before,
    @Nullable S after,
    Cause cause,
    Instant at,
    List<Envelope> published,
    String hash) {
  public EntityVersion {
    published = List.copyOf(published);
  }
}
