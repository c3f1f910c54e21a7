package io.eventwright.runtime.json;

/**
 * A JSON value (RFC 8259): immutable in all its depth, so it may be shared between threads.
 *
 * <p>Equal means what JSON Schema says it means: numbers by their value ({@code 1} equals {@code
 * 1.0}), objects without regard to the order of their members. {@link Object#toString()} is the
 * JSON text.
 */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /** The name JSON Schema has for the type: {@code object}, {@code array}, {@code string}, ... */
  String typeName();
}
