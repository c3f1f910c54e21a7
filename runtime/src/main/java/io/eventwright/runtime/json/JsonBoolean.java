package io.eventwright.runtime.json;

/** One of the two truth values. */
public enum JsonBoolean implements JsonValue {
  FALSE,
  TRUE;

  /** The one of that value. */
  public static JsonBoolean of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** As a Java boolean. */
  public boolean value() {
    return this == TRUE;
  }

  @Override
  public String typeName() {
    return "boolean";
  }

  @Override
  public String toString() {
    return value() ? "true" : "false";
  }
}
