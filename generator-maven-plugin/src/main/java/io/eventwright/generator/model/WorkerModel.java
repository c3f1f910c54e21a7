package io.eventwright.generator.model;

import io.eventwright.generator.diagnostic.SourceLocation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One function, one task.
 *
 * @param trigger what it waits for; null for a worker that is called, by sagas or by routes
 * @param takes the record that a saga's step gives it; null for the event that started the saga
 * @param returns the event whose data a saga keeps, one of those it emits; null for none
 * @param changes the entity whose next version it decides, and how the event names it; null for
 *     none
 * @param emits events that its decisions may publish
 * @param uses dependencies it calls
 * @param feed how that reaches it
 * @param order what becomes of events out of order
 * @param needs paths within the data that it is to see, and nothing else; empty for all
 * @param requires what must hold before it decides
 * @param ensures what must hold of the next version that it decides
 * @param timeout of one invocation
 * @param className fully qualified name of the user's class
 * @param location where the worker is declared
 */
public record WorkerModel(
    String name,
    @Nullable Trigger trigger,
    @Nullable EventRef takes,
    @Nullable EventRef returns,
    @Nullable EntityKey changes,
    List<EventRef> emits,
    List<String> uses,
    Feed feed,
    Order order,
    List<List<String>> needs,
    List<Requirement> requires,
    List<Requirement> ensures,
    Duration timeout,
    String className,
    SourceLocation location) {
  public WorkerModel {
    emits = List.copyOf(emits);
    uses = List.copyOf(uses);
    requires = List.copyOf(requires);
    ensures = List.copyOf(ensures);
    needs = needs.stream().map(List::copyOf).toList();
  }

  /** The events that it waits for; null when it waits for none. */
  public @Nullable Subscription subscription() {
    return trigger == null ? null : trigger.subscription();
  }

  /**
   * Whether it folds the events of a window into the first event that it emits, and decides once a
   * window.
   */
  public boolean foldsWindows() {
    return feed.channel() instanceof Channel.Stream stream && stream.tumbling() != null;
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
