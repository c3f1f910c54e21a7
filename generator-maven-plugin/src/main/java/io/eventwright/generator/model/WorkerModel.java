package io.eventwright.generator.model;

import io.eventwright.generator.diagnostic.SourceLocation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One function, one task.
 *
 * @param subscription what feeds it; null for a worker that serves saga steps
 * @param changes the entity whose next version it decides, and how the event names it; null for
 *     none
 * @param emits events that its decisions may publish
 * @param uses dependencies it calls
 * @param timeout of one invocation
 * @param className fully qualified name of the user's class
 * @param location where the worker is declared
 */
public record WorkerModel(
    String name,
    @Nullable Subscription subscription,
    @Nullable EntityKey changes,
    List<EventRef> emits,
    List<String> uses,
    Channel channel,
    Duration timeout,
    String className,
    SourceLocation location) {
  public WorkerModel {
    emits = List.copyOf(emits);
    uses = List.copyOf(uses);
  }

  /**
   * @param entity name of the entity
   * @param path of the identifier within the event's data, such as {@code [playerId]}
   */
  public record EntityKey(String entity, List<String> path) {
    public EntityKey {
      path = List.copyOf(path);
    }
  }
}
