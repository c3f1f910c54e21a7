package io.eventwright.local.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client is answered.
 *
 * @param status the HTTP status
 * @param headers by name, each with its values
 * @param body the body's bytes
 * @param refused whether the API says so itself, and no function
 */
record ApiResponse(int status, Map<String, List<String>> headers, byte[] body, boolean refused) {

  /** Collects headers; the body ends it. */
  static final class Builder {
    private final int status;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();

    Builder(int status) {
      this.status = status;
    }

    void header(String name, String value) {
      headers.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    ApiResponse body(byte[] body) {
      return new ApiResponse(status, headers, body, false);
    }

    ApiResponse refused(byte[] body) {
      return new ApiResponse(status, headers, body, true);
    }
  }
}
