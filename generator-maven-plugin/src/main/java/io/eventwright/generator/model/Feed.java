package io.eventwright.generator.model;

import org.jspecify.annotations.Nullable;

/**
 * What feeds a worker or projection.
 *
 * @param channel where new events go
 * @param draining the channel of the release before, consumed until it is empty; null for none
 */
public record Feed(Channel channel, @Nullable Channel draining) {

  /** A queue, and nothing that drains. */
  public static Feed queue() {
    return new Feed(Channel.queue(), null);
  }
}
