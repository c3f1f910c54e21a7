package io.eventwright.generator.model.source;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.EventRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code api}.
 *
 * @param location where it begins
 * @param kind what serves it
 * @param authorizer who may call
 * @param caller fields and parameters that the caller's token says, each with its claim
 * @param cors which pages of other origins may call; null for none
 * @param routes in the order of the file
 */
public record ApiSource(
    SourceLocation location,
    ApiModel.Kind kind,
    ApiModel.Authorizer authorizer,
    List<Caller> caller,
    @Nullable Located<ApiModel.Cors> cors,
    List<Route> routes) {

  /** Keeps the routes immutable. */
  public ApiSource {
    caller = List.copyOf(caller);
    routes = List.copyOf(routes);
  }

  /**
   * One line of {@code caller}.
   *
   * @param field of bodies, and parameter of paths
   * @param claim of the token
   */
  public record Caller(Located<String> field, String claim) {}

  /**
   * One route.
   *
   * @param method in upper case
   * @param path from the first slash on
   * @param action what it does
   */
  public record Route(String method, Located<String> path, Action action) {}

  /** What a route does. */
  public sealed interface Action {}

  /**
   * {@code publishes score-submitted@1 by playerId}.
   *
   * @param subject path of the event's subject within the data; null when none is written
   */
  public record Publishes(Located<EventRef> event, @Nullable Located<List<String>> subject)
      implements Action {}

  /** {@code reads wallet}: an entity or a projection. */
  public record Reads(Located<String> name) implements Action {}

  /** {@code calls charge-wallet with purchase-requested@2}. */
  public record Calls(Located<String> worker, Located<EventRef> event) implements Action {}

  /**
   * {@code answers season-close.approve for role referee}.
   *
   * @param claim what the caller's token must say, with {@code value}; empty for any caller
   */
  public record Answers(Located<String> saga, Located<String> step, String claim, String value)
      implements Action {}

  /**
   * {@code keeps payout.ask-bank for role bank}: whoever is asked is still at it.
   *
   * @param claim what the caller's token must say, with {@code value}; empty for any caller
   */
  public record Keeps(Located<String> saga, Located<String> step, String claim, String value)
      implements Action {}
}
