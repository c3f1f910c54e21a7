package io.eventwright.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import java.util.Map;

/**
 * What a service answers.
 *
 * @param status the HTTP status
 * @param headers single-valued, as given
 * @param body the body's bytes
 */
public record AwsResponse(int status, Map<String, String> headers, byte[] body) {

  /** Copies the headers. */
  public AwsResponse {
    headers = Map.copyOf(headers);
  }

  /** Status 200 and a JSON body. */
  public static AwsResponse ok(Object body) {
    return new AwsResponse(
        200, Map.of("Content-Type", "application/x-amz-json-1.0"), Json.bytes(body));
  }

  /** An error in the form of the JSON protocols. */
  public static AwsResponse error(int status, String code, String message) {
    return new AwsResponse(
        status,
        Map.of("Content-Type", "application/x-amz-json-1.0", "x-amzn-ErrorType", code),
        Json.bytes(Json.object().put("__type", code).put("message", message)));
  }

  /** Whether the call had its effect. */
  public boolean succeeded() {
    return status >= 200 && status < 300;
  }

  /** The body as an object. */
  public ObjectNode json() {
    return body.length == 0 ? Json.object() : Json.parseObject(body);
  }
}
