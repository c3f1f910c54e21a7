package io.eventwright.generator.model;

import io.eventwright.generator.diagnostic.SourceLocation;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The routes by which people and programs outside reach the system.
 *
 * @param kind what serves them
 * @param authorizer who may call
 * @param caller what the caller's token says: fields of bodies and parameters of paths, each with
 *     the token's claim, in the order of the file
 * @param cors which pages of other origins may call; null for none
 * @param routes in the order of the file
 */
public record ApiModel(
    Kind kind,
    Authorizer authorizer,
    Map<String, String> caller,
    @Nullable Cors cors,
    List<Route> routes) {
  public ApiModel {
    caller = Collections.unmodifiableMap(new LinkedHashMap<>(caller));
    routes = List.copyOf(routes);
  }

  /** What serves the routes. */
  public enum Kind {
    /** The plain one. */
    HTTP,
    /** The one that can check bodies, count callers and be shielded. */
    REST
  }

  /** Who may call. */
  public sealed interface Authorizer {}

  /**
   * Who has a token.
   *
   * @param issuer address of who issues it
   * @param audience whom it is issued for, any of these
   * @param scopes any of which a token must have; empty when none is asked for
   */
  public record Jwt(String issuer, List<String> audience, List<String> scopes)
      implements Authorizer {
    public Jwt {
      audience = List.copyOf(audience);
      scopes = List.copyOf(scopes);
    }
  }

  /** Who signs with an identity of the cloud. */
  public record Iam() implements Authorizer {}

  /**
   * Anybody.
   *
   * @param reason why that is right
   */
  public record Nobody(String reason) implements Authorizer {}

  /**
   * What browsers are told about pages of other origins (Fetch Standard, "CORS protocol"). Methods
   * and the headers that routes know follow from the routes.
   *
   * @param origins such as {@code https://play.example.com}, or a star alone
   * @param headers of requests, beside those that routes know; in lower case
   * @param credentials whether a browser may send what it keeps for the API, such as cookies
   * @param age how long a browser may remember the answer
   */
  public record Cors(
      List<String> origins, List<String> headers, boolean credentials, Duration age) {

    /** Any page at all. */
    public static final String ANY = "*";

    public Cors {
      origins = List.copyOf(origins);
      headers = List.copyOf(headers);
    }
  }

  /**
   * One route.
   *
   * @param method in upper case
   * @param path such as {@code /players/{playerId}/purchases}
   * @param action what it does
   * @param location where it is declared
   */
  public record Route(String method, String path, Action action, SourceLocation location) {

    /** Kebab case, made of both: {@code get-wallets-player-id}. */
    public String name() {
      return Routes.name(method, path);
    }

    /** The names between braces, in the order of the path. */
    public List<String> parameters() {
      return Routes.parameters(path);
    }
  }

  /** What a route does. */
  public sealed interface Action {}

  /**
   * Validates the body and publishes it.
   *
   * @param event what it publishes
   * @param subject path of the event's subject within the data; empty when the caller is not to say
   */
  public record Publishes(EventRef event, List<String> subject) implements Action {
    public Publishes {
      subject = List.copyOf(subject);
    }
  }

  /** Reads an entity's state. */
  public record ReadsEntity(String entity) implements Action {}

  /** Reads a projection's rows. */
  public record ReadsProjection(String projection) implements Action {}

  /**
   * Validates the body and has a worker decide on it before the caller gets an answer.
   *
   * @param worker which
   * @param event what the body is
   */
  public record Calls(String worker, EventRef event) implements Action {}

  /**
   * Validates the body and gives it to a saga's step that waits for it.
   *
   * @param event what the body is
   * @param approval whether it approves or not
   * @param claim what the caller's token must say, with {@code value}; empty for any caller
   */
  public record Answers(
      String saga, String step, EventRef event, boolean approval, String claim, String value)
      implements Action {}

  /**
   * Tells a saga's step that its answer is still to come.
   *
   * @param claim what the caller's token must say, with {@code value}; empty for any caller
   */
  public record Keeps(String saga, String step, String claim, String value) implements Action {}
}
