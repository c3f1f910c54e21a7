package io.eventwright.runtime.http;

import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonLimits;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonValue;

/** A request's body as JSON, within limits of size, depth and numbers. */
public final class JsonBody {
  private static final int DEPTH = 64;

  private JsonBody() {}

  /**
   * The document.
   *
   * @param maxBytes a larger body is refused with 413
   * @throws Problem 415 for another media type, 413 for too much of it, 400 for what is no JSON
   */
  public static JsonValue read(HttpRequest request, int maxBytes) throws Problem {
    MediaType.requireJson(request);
    if (request.body().length > maxBytes) {
      throw Problem.of(
          413,
          "body-too-large",
          "Body too large",
          "a body here has at most " + maxBytes + " bytes");
    }
    try {
      return Json.parse(
          request.body(), JsonLimits.DEFAULT.withMaxBytes(maxBytes).withMaxDepth(DEPTH));
    } catch (JsonParseFailure e) {
      throw Problem.of(
          400, "not-json", "Body is not JSON", "the body cannot be read: " + e.getMessage());
    }
  }
}
