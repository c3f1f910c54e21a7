package io.eventwright.runtime.secret;

import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * AWS Secrets Manager, of which one operation is needed: a client of its own would cost every
 * function its weight.
 *
 * @param call reaches it, signed
 */
public record SecretsManager(ServiceCall call) implements SecretStore {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/x-amz-json-1.1",
          "X-Amz-Target", "secretsmanager.GetSecretValue");

  @Override
  public String read(String reference) {
    JsonObject request = JsonObject.builder().put("SecretId", new JsonString(reference)).build();
    ServiceCall.Answer answer;
    try {
      answer = call.post(HEADERS, Json.canonicalBytes(request));
    } catch (IOException e) {
      throw new SecretUnavailable("Secrets Manager does not answer for " + reference, e);
    }
    JsonObject body = body(answer);
    if (answer.status() != 200) {
      throw new SecretUnavailable("%s: %s".formatted(reference, text(body, "__type", "no answer")));
    }
    String secret = text(body, "SecretString", "");
    if (secret.isEmpty()) {
      throw new SecretUnavailable(reference + " has no text: a binary secret is not read");
    }
    return secret;
  }

  /** What cannot be read may be the secret, and is not shown. */
  private static JsonObject body(ServiceCall.Answer answer) {
    try {
      return Json.parse(new String(answer.body(), StandardCharsets.UTF_8))
              instanceof JsonObject body
          ? body
          : JsonObject.empty();
    } catch (JsonParseFailure e) {
      return JsonObject.empty();
    }
  }

  private static String text(JsonObject body, String name, String otherwise) {
    return body.get(name) instanceof JsonString text ? text.value() : otherwise;
  }
}
