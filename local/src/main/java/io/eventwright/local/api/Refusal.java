package io.eventwright.local.api;

import io.eventwright.local.json.Json;
import java.util.Map;

/**
 * What the gateway itself answers.
 *
 * @param status the HTTP status
 * @param message of its JSON body
 * @param headers beside the content type
 */
record Refusal(int status, String message, Map<String, String> headers) {

  Refusal(int status, String message) {
    this(status, message, Map.of());
  }

  ApiResponse response() {
    ApiResponse.Builder response = new ApiResponse.Builder(status);
    response.header("content-type", "application/json");
    headers.forEach(response::header);
    return response.refused(Json.bytes(Json.object().put("message", message)));
  }
}
