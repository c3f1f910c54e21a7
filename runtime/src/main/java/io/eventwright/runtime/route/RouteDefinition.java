package io.eventwright.runtime.route;

import io.eventwright.runtime.entity.EntityType;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.projection.ProjectionType;
import io.eventwright.runtime.route.RouteAction.Key;
import io.eventwright.runtime.route.RouteAction.Place;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the runtime knows about one route; generated handlers build it once.
 *
 * <pre>{@code
 * RouteDefinition.named("post-purchases")
 *     .settingFromClaim("playerId", "sub")
 *     .publishes(PurchaseRequested.V2)
 * }</pre>
 *
 * @param name made of method and path
 * @param maxBytes of a body
 * @param keyRequired whether a request without {@code Idempotency-Key} is refused
 * @param fields of the body that the request's path or its caller's token says, by name
 * @param mine path parameters that must equal a claim of the caller's token, with that claim
 * @param hidden paths of sensitive fields that a read leaves out; {@code *} for every item
 * @param action what is done
 */
public record RouteDefinition(
    String name,
    int maxBytes,
    boolean keyRequired,
    Map<String, Key> fields,
    Map<String, String> mine,
    List<List<String>> hidden,
    RouteAction action) {
  public RouteDefinition {
    fields = Map.copyOf(fields);
    mine = Map.copyOf(mine);
    hidden = hidden.stream().map(List::copyOf).toList();
  }

  /** Begins a definition. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Collects a definition; its last step says what the route does. */
  public static final class Builder {
    private static final int DEFAULT_BYTES = 256 * 1024;

    private final String name;
    private int maxBytes = DEFAULT_BYTES;
    private boolean keyRequired = true;
    private RouteAction.@Nullable Claim allowed;
    private final Map<String, Key> fields = new LinkedHashMap<>();
    private final Map<String, String> mine = new LinkedHashMap<>();
    private final List<List<String>> hidden = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    /** Takes bodies of another size than 256 KiB. */
    public Builder takingBytes(int bytes) {
      maxBytes = bytes;
      return this;
    }

    /** Takes requests without {@code Idempotency-Key}; each is then one of its own. */
    public Builder withoutKey() {
      keyRequired = false;
      return this;
    }

    /** Sets a field of the body to a path parameter of the same name. */
    public Builder settingFromPath(String field) {
      fields.put(field, new Key(Place.PATH, field));
      return this;
    }

    /** Sets a field of the body to a claim of the caller's token. */
    public Builder settingFromClaim(String field, String claim) {
      fields.put(field, new Key(Place.CLAIM, claim));
      return this;
    }

    /** Serves a path parameter only to the caller whose token says the same. */
    public Builder onlyFor(String parameter, String claim) {
      mine.put(parameter, claim);
      return this;
    }

    /** Leaves a field out of what is read. */
    public Builder hiding(String... path) {
      hidden.add(List.of(path));
      return this;
    }

    /** Ends with a route whose body becomes an event. */
    public <T> RouteDefinition publishes(EventType<T> type) {
      return with(new RouteAction.Publish<>(type, null));
    }

    /**
     * Ends with a route whose body becomes an event about something that the body names. Such an
     * event has no sequence.
     */
    public <T> RouteDefinition publishes(EventType<T> type, Function<T, String> about) {
      return with(new RouteAction.Publish<>(type, about));
    }

    /** Ends with a route that a worker decides on. */
    public <T, S> RouteDefinition calls(EventType<T> body, WorkerDefinition<T, S> worker) {
      return with(new RouteAction.Call<>(body, worker));
    }

    /** Ends with a route whose body is the answer that a saga's step returns. */
    public <T> RouteDefinition answers(
        EventType<T> body, String saga, String step, String parameter) {
      return with(answer(body, saga, step, parameter, false));
    }

    /** Ends with a route whose body approves a saga's step, or does not. */
    public <T> RouteDefinition approves(
        EventType<T> body, String saga, String step, String parameter) {
      return with(answer(body, saga, step, parameter, true));
    }

    /** Ends with a route that tells a saga's step that its answer is still to come. */
    public RouteDefinition keeps(String saga, String step, String parameter) {
      return with(new RouteAction.Keep(saga, step, new Key(Place.PATH, parameter), allowed));
    }

    private <T> RouteAction answer(
        EventType<T> body, String saga, String step, String parameter, boolean approval) {
      return new RouteAction.Answer<>(
          body, saga, step, new Key(Place.PATH, parameter), approval, allowed);
    }

    /** Serves only callers whose token says so: the claim is that text, or a list that has it. */
    public Builder allowing(String claim, String value) {
      allowed = new RouteAction.Claim(claim, value);
      return this;
    }

    /** Ends with a route that reads an entity whose id is a path parameter. */
    public <S> RouteDefinition reads(EntityType<S> type, String parameter) {
      return with(new RouteAction.ReadEntity<>(type, new Key(Place.PATH, parameter)));
    }

    /** Ends with a route that reads the entity whose id the caller's token says. */
    public <S> RouteDefinition readsOwn(EntityType<S> type, String claim) {
      return with(new RouteAction.ReadEntity<>(type, new Key(Place.CLAIM, claim)));
    }

    /** Ends with a route that reads a read model's rows under a path parameter. */
    public <R> RouteDefinition reads(ProjectionType<R> type, String parameter) {
      return with(new RouteAction.ReadRows<>(type, new Key(Place.PATH, parameter)));
    }

    /** Ends with a route that reads a read model's rows under what the caller's token says. */
    public <R> RouteDefinition readsOwn(ProjectionType<R> type, String claim) {
      return with(new RouteAction.ReadRows<>(type, new Key(Place.CLAIM, claim)));
    }

    private RouteDefinition with(RouteAction action) {
      return new RouteDefinition(name, maxBytes, keyRequired, fields, mine, hidden, action);
    }
  }
}
