package io.eventwright.runtime.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Requests as the gateway hands them to a function, and what it is answered. */
public final class Requests {
  private Requests() {}

  /**
   * A request.
   *
   * @param claims of the caller's token
   */
  public record Request(
      String method,
      Map<String, String> path,
      Map<String, String> query,
      Map<String, String> headers,
      String body,
      Map<String, String> claims) {

    /** A POST with a key, by a caller. */
    public static Request post(String key, String body) {
      return new Request(
          "POST",
          Map.of(),
          Map.of(),
          Map.of("content-type", "application/json", "idempotency-key", key),
          body,
          Map.of("sub", "p-1"));
    }

    /** A GET by a caller. */
    public static Request get(Map<String, String> path) {
      return new Request("GET", path, Map.of(), Map.of(), "", Map.of("sub", "p-1"));
    }

    /** The same with another header. */
    public Request header(String name, String value) {
      return new Request(method, path, query, with(headers, name, value), body, claims);
    }

    /** The same with another parameter in the query. */
    public Request query(String name, String value) {
      return new Request(method, path, with(query, name, value), headers, body, claims);
    }

    /** The same with another claim. */
    public Request claim(String name, String value) {
      return new Request(method, path, query, headers, body, with(claims, name, value));
    }

    /** The same with a path parameter. */
    public Request path(String name, String value) {
      return new Request(method, with(path, name, value), query, headers, body, claims);
    }

    /** The same without a header. */
    public Request without(String name) {
      Map<String, String> fewer = new TreeMap<>(headers);
      fewer.remove(name);
      return new Request(method, path, query, fewer, body, claims);
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
      Map<String, String> more = new TreeMap<>(map);
      more.put(name, value);
      return more;
    }

    /** Payload format 2.0, of an HTTP API. */
    public String format2() {
      JsonObject context =
          JsonObject.builder()
              .put(
                  "authorizer",
                  object("jwt", JsonObject.builder().put("claims", texts(claims)).build()))
              .put("http", texts(Map.of("method", method, "path", "/any")))
              .put("requestId", new JsonString("r-1"))
              .build();
      return JsonObject.builder()
          .put("version", new JsonString("2.0"))
          .put("routeKey", new JsonString(method + " /any"))
          .put("rawPath", new JsonString("/any"))
          .put("headers", texts(headers))
          .put("queryStringParameters", texts(query))
          .put("requestContext", context)
          .put("pathParameters", texts(path))
          .put("body", new JsonString(body))
          .put("isBase64Encoded", JsonBoolean.FALSE)
          .build()
          .toString();
    }

    /** Payload format 1.0, of a REST API. */
    public String format1() {
      JsonObject context =
          JsonObject.builder()
              .put("authorizer", object("claims", texts(claims)))
              .put("identity", texts(Map.of("sourceIp", "127.0.0.1")))
              .put("httpMethod", new JsonString(method))
              .put("requestId", new JsonString("r-1"))
              .build();
      Map<String, String> upper = new TreeMap<>();
      headers.forEach((name, value) -> upper.put(name.toUpperCase(java.util.Locale.ROOT), value));
      return JsonObject.builder()
          .put("resource", new JsonString("/any"))
          .put("path", new JsonString("/any"))
          .put("httpMethod", new JsonString(method))
          .put("headers", texts(upper))
          .put("queryStringParameters", texts(query))
          .put("requestContext", context)
          .put("pathParameters", texts(path))
          .put("body", new JsonString(body))
          .put("isBase64Encoded", JsonBoolean.FALSE)
          .build()
          .toString();
    }
  }

  /** What was answered. */
  public record Answer(int status, JsonObject headers, String body) {

    /** A header, empty for none. */
    public String header(String name) {
      return headers.get(name) instanceof JsonString text ? text.value() : "";
    }

    /** The body as an object. */
    public JsonObject json() {
      try {
        return (JsonObject) Json.parse(body);
      } catch (IOException e) {
        throw new IllegalStateException(body, e);
      }
    }

    /** A text of the body, empty for none. */
    public String text(String name) {
      return json().get(name) instanceof JsonString text ? text.value() : "";
    }
  }

  /** Sends a request in payload format 2.0. */
  public static Answer send(RequestStreamHandler handler, Request request) throws IOException {
    return send(handler, request.format2(), TestContext.of(20_000));
  }

  /** Sends any payload. */
  public static Answer send(RequestStreamHandler handler, String payload, TestContext context)
      throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)), output, context);
    JsonObject answer = (JsonObject) Json.parse(output.toByteArray());
    return new Answer(
        Integer.parseInt(String.valueOf((JsonNumber) answer.get("statusCode"))),
        (JsonObject) value(answer, "headers"),
        ((JsonString) value(answer, "body")).value());
  }

  private static JsonValue value(JsonObject object, String name) {
    JsonValue value = object.get(name);
    if (value == null) {
      throw new IllegalStateException("an answer without " + name);
    }
    return value;
  }

  private static JsonObject object(String name, JsonValue value) {
    return JsonObject.builder().put(name, value).build();
  }

  private static JsonObject texts(Map<String, String> texts) {
    JsonObject.Builder builder = JsonObject.builder();
    new TreeMap<>(texts).forEach((name, value) -> builder.put(name, new JsonString(value)));
    return builder.build();
  }
}
