package io.eventwright.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** From what a function returned to what the client gets. */
final class FunctionAnswer {
  private FunctionAnswer() {}

  /** The response; null if the function returned none. */
  static @Nullable ApiResponse of(RouteDefinition route, byte[] payload) {
    JsonNode answer;
    try {
      answer = Json.parse(payload);
    } catch (IllegalArgumentException e) {
      return null;
    }
    if (!answer.has("statusCode")) {
      // Format 2.0 takes anything else for the body of a success.
      return route.format().equals("2.0") ? whole(payload) : null;
    }
    int status = answer.path("statusCode").asInt();
    if (status < 100 || status > 599) {
      return null;
    }
    ApiResponse.Builder response = new ApiResponse.Builder(status);
    answer
        .path("headers")
        .properties()
        .forEach(header -> response.header(header.getKey(), header.getValue().asText()));
    answer
        .path("multiValueHeaders")
        .properties()
        .forEach(
            header ->
                header
                    .getValue()
                    .forEach(value -> response.header(header.getKey(), value.asText())));
    answer.path("cookies").forEach(cookie -> response.header("set-cookie", cookie.asText()));
    byte[] body = answer.path("body").asText("").getBytes(StandardCharsets.UTF_8);
    try {
      return response.body(
          answer.path("isBase64Encoded").asBoolean() ? Base64.getDecoder().decode(body) : body);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static ApiResponse whole(byte[] payload) {
    ApiResponse.Builder response = new ApiResponse.Builder(200);
    response.header("content-type", "application/json");
    return response.body(payload);
  }
}
