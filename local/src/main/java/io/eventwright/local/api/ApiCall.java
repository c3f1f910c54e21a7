package io.eventwright.local.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One request that arrived.
 *
 * @param method in upper case
 * @param path below the stage, still encoded
 * @param rawPath as it came
 * @param rawQuery still encoded; empty for none
 * @param headers by lower-case name
 * @param body its bytes
 * @param requestId the gateway's name for it
 */
record ApiCall(
    String method,
    String path,
    String rawPath,
    String rawQuery,
    Map<String, List<String>> headers,
    byte[] body,
    String requestId) {

  ApiCall(
      String method,
      String path,
      String rawPath,
      String rawQuery,
      Map<String, List<String>> headers,
      byte[] body) {
    this(method, path, rawPath, rawQuery, headers, body, UUID.randomUUID().toString());
  }

  /** A header's first value, empty for none. */
  String header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? "" : values.get(0);
  }

  /** The query, decoded, in order. */
  Map<String, List<String>> query() {
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (rawQuery.isEmpty()) {
      return query;
    }
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      query.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }
    return query;
  }

  static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
