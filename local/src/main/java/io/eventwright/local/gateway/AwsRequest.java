package io.eventwright.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call to a service.
 *
 * @param method the HTTP method
 * @param path the path, still encoded
 * @param query the query, still encoded; empty if there is none
 * @param headers by lower-case name
 * @param body the body's bytes
 */
public record AwsRequest(
    String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

  /** {@code Credential=<access key id>/<date>/<region>/<service>/aws4_request}. */
  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/,\\s]+)/[^/,]*/([^/,]*)/([^/,]*)/aws4_request");

  private static final Map<String, String> SERVICE_BY_TARGET =
      Map.of(
          "DynamoDB_20120810", "dynamodb",
          "AmazonSQS", "sqs",
          "AWSEvents", "events",
          "Kinesis_20131202", "kinesis",
          "AWSStepFunctions", "states");

  /** Makes header names case-insensitive. */
  public AwsRequest {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach(
        (name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = Map.copyOf(lower);
  }

  /** The first value of a header, or an empty text. */
  public String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null || values.isEmpty() ? "" : values.get(0);
  }

  /** The service by its signing name, such as {@code dynamodb}; empty if nothing tells it. */
  public String service() {
    Matcher scope = SCOPE.matcher(header("authorization"));
    if (scope.find()) {
      return scope.group(3);
    }
    String target = header("x-amz-target");
    String prefix = target.contains(".") ? target.substring(0, target.indexOf('.')) : target;
    String service = SERVICE_BY_TARGET.get(prefix);
    if (service != null) {
      return service;
    }
    return path.startsWith("/2015-03-31/") ? "lambda" : "";
  }

  /** Who calls: each function has its own access key id; empty if the call is not signed. */
  public String accessKeyId() {
    Matcher scope = SCOPE.matcher(header("authorization"));
    return scope.find() ? scope.group(1) : "";
  }

  /** The operation of a service with JSON protocol, such as {@code PutItem}; else empty. */
  public String operation() {
    String target = header("x-amz-target");
    return target.substring(target.lastIndexOf('.') + 1);
  }

  /** The body as an object; throws a fault of the service if it is none. */
  public ObjectNode json() {
    try {
      return body.length == 0 ? Json.object() : Json.parseObject(body);
    } catch (IllegalArgumentException e) {
      throw new AwsFault(400, "SerializationException", String.valueOf(e.getMessage()));
    }
  }

  /** The same call with another body. */
  public AwsRequest withBody(byte[] other) {
    return new AwsRequest(method, path, query, headers, other);
  }

  /** A call with JSON protocol, as our own services make it. */
  public static AwsRequest json(String target, String service, String accessKeyId, Object body) {
    String version =
        target.startsWith("DynamoDB") || target.startsWith("AmazonSQS") ? "1.0" : "1.1";
    return new AwsRequest(
        "POST",
        "/",
        "",
        Map.of(
            "content-type", List.of("application/x-amz-json-" + version),
            "x-amz-target", List.of(target),
            "authorization",
                List.of(
                    "AWS4-HMAC-SHA256 Credential="
                        + accessKeyId
                        + "/20260101/local/"
                        + service
                        + "/aws4_request, SignedHeaders=host, Signature=0")),
        Json.bytes(body));
  }
}
