package io.eventwright.runtime.secret;

import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;

/** What a secret holds now. It shows itself to nobody who does not ask for it by name. */
public final class SecretValue {
  private final String secret;
  private final String text;

  SecretValue(String secret, String text) {
    this.secret = secret;
    this.text = text;
  }

  /** All of it. */
  public String text() {
    return text;
  }

  /**
   * One field of a secret that is a JSON object, as the console keeps keys and values.
   *
   * @throws SecretUnavailable when it is none, or has no text of that name
   */
  public String field(String name) {
    try {
      if (Json.parse(text) instanceof JsonObject object
          && object.get(name) instanceof JsonString field) {
        return field.value();
      }
    } catch (JsonParseFailure e) {
      // Its words quote what could not be read: that is the secret.
    }
    throw new SecretUnavailable(
        "the secret of " + secret + " is no JSON object with a text called " + name);
  }

  boolean same(SecretValue other) {
    return text.equals(other.text);
  }

  /** Says whose it is. */
  @Override
  public String toString() {
    return "secret of " + secret;
  }
}
