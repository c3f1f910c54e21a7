package io.eventwright.runtime.entity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entity as it was read, with strong consistency, before a decision.
 *
 * @param id the identifier, as text
 * @param version how often the state has changed; 0 before the first decision
 * @param current the state, null when there is none
 * @param <S> the state's record
 */
public record EntityState<S>(String id, long version, @Nullable S current) {

  /** The state, if there is one. */
  public Optional<S> state() {
    return Optional.ofNullable(current);
  }

  /** The state, or what stands for none. */
  public S orElse(S none) {
    return current == null ? none : current;
  }
}
