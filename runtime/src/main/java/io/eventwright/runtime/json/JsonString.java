package io.eventwright.runtime.json;

/**
 * A string.
 *
 * @param value the text, with every escape resolved
 */
public record JsonString(String value) implements JsonValue {

  @Override
  public String typeName() {
    return "string";
  }

  @Override
  public String toString() {
    return JsonText.of(this);
  }
}
