package io.eventwright.runtime.json;

/** The value {@code null}. */
public enum JsonNull implements JsonValue {
  /** The only one. */
  NULL;

  @Override
  public String typeName() {
    return "null";
  }

  @Override
  public String toString() {
    return "null";
  }
}
