package io.eventwright.generator.model.source;

import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.EventRef;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker.
 *
 * @param name kebab case
 * @param subscription what feeds it; null for a worker that serves saga steps
 * @param changes the entity it changes and the key's path within the data; null for none
 * @param emits what it may publish
 * @param uses dependencies it calls
 * @param channel how it is fed
 * @param timeout of one invocation
 * @param className fully qualified name of the user's class
 */
public record WorkerSource(
    Located<String> name,
    @Nullable SubscriptionSource subscription,
    @Nullable Key changes,
    List<Located<EventRef>> emits,
    List<Located<String>> uses,
    Channel channel,
    Duration timeout,
    Located<String> className) {

  /** Keeps the lists immutable. */
  public WorkerSource {
    emits = List.copyOf(emits);
    uses = List.copyOf(uses);
  }

  /**
   * {@code wallet by playerId}.
   *
   * @param entity name of the entity
   * @param path of its identifier within the event's data
   */
  public record Key(Located<String> entity, Located<List<String>> path) {}
}
