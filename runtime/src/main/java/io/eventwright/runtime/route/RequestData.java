package io.eventwright.runtime.route;

import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.http.HttpRequest;
import io.eventwright.runtime.http.IdempotencyKey;
import io.eventwright.runtime.http.JsonBody;
import io.eventwright.runtime.http.Problem;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Violation;
import io.eventwright.runtime.route.RouteAction.Key;
import io.eventwright.runtime.route.RouteAction.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From a request to the event that it asks for, whose envelope names the request. */
public final class RequestData {
  private static final Pattern TRACE =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private RequestData() {}

  /**
   * The event, its data unchecked.
   *
   * @throws Problem when the body, the key or the caller is not what the route asks for
   */
  public static RawEvent event(
      RouteDefinition route, EventType<?> type, HttpRequest request, Instant now) throws Problem {
    requireOwn(route, request);
    String id = id(route, type.system(), request);
    JsonValue data = withFields(route, request, JsonBody.read(request, route.maxBytes()));
    Envelope envelope =
        new Envelope(
            id,
            type.system(),
            type.wireType(),
            null,
            now,
            type.dataschema(type.newestMinor()),
            null,
            null,
            id,
            null,
            trace(request));
    return new RawEvent(envelope, data);
  }

  /** Keys are the caller's own: two callers who choose the same one do not meet. */
  private static String id(RouteDefinition route, String system, HttpRequest request)
      throws Problem {
    String key = IdempotencyKey.of(request);
    if (key != null) {
      return Sha256.uuid("request", system, route.name(), request.caller().id(), key);
    }
    if (route.keyRequired()) {
      throw Problem.of(
          400,
          "key-missing",
          "Idempotency-Key is missing",
          "send an Idempotency-Key, the same when you repeat the request, so that it counts once");
    }
    return UUID.randomUUID().toString();
  }

  /**
   * A path parameter or claim.
   *
   * @throws Problem 403 when the token does not say it
   */
  public static String value(Key key, HttpRequest request) throws Problem {
    Map<String, String> from =
        key.place() == Place.PATH ? request.pathParameters() : request.caller().claims();
    String value = from.get(key.name());
    if (value != null && !value.isBlank()) {
      return value;
    }
    if (key.place() == Place.CLAIM) {
      throw Problem.of(
          403, "claim-missing", "Not allowed", "the caller's token has no claim " + key.name());
    }
    throw Problem.of(404, "not-found", "Not found", "the path lacks " + key.name());
  }

  /**
   * What is another's is as if it were not there: whether it is, is not the caller's to know.
   *
   * @throws Problem 404 when the path names another than the caller's token
   */
  public static void requireOwn(RouteDefinition route, HttpRequest request) throws Problem {
    for (Map.Entry<String, String> mine : route.mine().entrySet()) {
      String given = request.pathParameters().get(mine.getKey());
      String claimed = request.caller().claims().get(mine.getValue());
      if (given == null || !given.equals(claimed)) {
        throw Problem.of(404, "not-found", "Not found", "there is none of that id");
      }
    }
  }

  private static JsonValue withFields(RouteDefinition route, HttpRequest request, JsonValue body)
      throws Problem {
    if (!(body instanceof JsonObject object) || route.fields().isEmpty()) {
      return body;
    }
    JsonObject.Builder builder = JsonObject.builder();
    for (int i = 0; i < object.size(); i++) {
      builder.put(object.name(i), object.value(i));
    }
    for (Map.Entry<String, Key> field : new TreeMap<>(route.fields()).entrySet()) {
      JsonString value = new JsonString(value(field.getValue(), request));
      JsonValue given = object.get(field.getKey());
      if (given == null) {
        builder.put(field.getKey(), value);
      } else if (!given.equals(value)) {
        throw differs(field.getKey(), field.getValue());
      }
    }
    return builder.build();
  }

  private static Problem differs(String field, Key key) {
    if (key.place() == Place.CLAIM) {
      return Problem.of(
          403, "not-yours", "Not allowed", "the body's " + field + " is not the caller's");
    }
    String pointer = "/" + field.replace("~", "~0").replace("/", "~1");
    return Problem.of(422, "path-differs", "Body and path differ", "leave " + field + " out")
        .with(List.of(new Violation(pointer, "", "", "", "is not what the path says")));
  }

  private static @Nullable String trace(HttpRequest request) {
    String header = request.header("traceparent");
    return header != null && TRACE.matcher(header).matches() ? header : null;
  }
}
