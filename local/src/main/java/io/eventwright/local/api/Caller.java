package io.eventwright.local.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import java.util.Map;

/**
 * Who calls, as an authorizer found.
 *
 * @param claims of a token, as text; empty for other callers
 * @param accessKeyId that signed; empty for other callers
 */
record Caller(Map<String, String> claims, String accessKeyId) {
  static final Caller ANYBODY = new Caller(Map.of(), "");

  String userArn(String account) {
    return "arn:aws:iam::" + account + ":user/" + accessKeyId;
  }

  ObjectNode claimsJson() {
    ObjectNode json = Json.object();
    claims.forEach(json::put);
    return json;
  }
}
