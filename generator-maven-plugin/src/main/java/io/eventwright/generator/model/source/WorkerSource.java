package io.eventwright.generator.model.source;

import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.Order;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker.
 *
 * @param name kebab case
 * @param trigger what it waits for; null for a worker that is called
 * @param takes the record that a saga's step gives it; null for the event that started the saga
 * @param returns the event whose data a saga keeps, one of those it emits; null for none
 * @param changes the entity it changes and the key's path within the data; null for none
 * @param emits what it may publish
 * @param uses dependencies it calls
 * @param feed how that reaches it
 * @param order what becomes of events out of order
 * @param needs paths within the data that it is to see; empty for all
 * @param requires what must hold before it decides
 * @param ensures what must hold of the next version
 * @param timeout of one invocation
 * @param className fully qualified name of the user's class
 */
public record WorkerSource(
    Located<String> name,
    @Nullable TriggerSource trigger,
    @Nullable Located<EventRef> takes,
    @Nullable Located<EventRef> returns,
    @Nullable Key changes,
    List<Located<EventRef>> emits,
    List<Located<String>> uses,
    FeedSource feed,
    Located<Order> order,
    List<Located<List<String>>> needs,
    List<RequirementSource> requires,
    List<RequirementSource> ensures,
    Duration timeout,
    Located<String> className) {

  /** Keeps the lists immutable. */
  public WorkerSource {
    emits = List.copyOf(emits);
    uses = List.copyOf(uses);
    needs = List.copyOf(needs);
    requires = List.copyOf(requires);
    ensures = List.copyOf(ensures);
  }

  /** The events that it waits for; null when it waits for none. */
  public @Nullable SubscriptionSource subscription() {
    return trigger == null ? null : trigger.subscription();
  }

  /**
   * {@code wallet by playerId}.
   *
   * @param entity name of the entity
   * @param path of its identifier within the event's data
   */
  public record Key(Located<String> entity, Located<List<String>> path) {}
}
