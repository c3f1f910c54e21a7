package io.eventwright.runtime.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Short words for DynamoDB's typed values. */
public final class Attributes {
  private Attributes() {}

  /** A string. */
  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  /** A number. */
  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** Puts a string that may be absent. */
  public static void putText(
      Map<String, AttributeValue> item, String name, @Nullable String value) {
    if (value != null) {
      item.put(name, text(value));
    }
  }

  /** A string that may be absent. */
  public static @Nullable String optionalText(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? null : value.s();
  }

  /**
   * A string.
   *
   * @throws IllegalStateException when the item has none of that name
   */
  public static String requiredText(Map<String, AttributeValue> item, String name) {
    String text = optionalText(item, name);
    if (text == null) {
      throw new IllegalStateException("row " + item.get("pk") + " has no text " + name);
    }
    return text;
  }

  /** A whole number, or what stands for none. */
  public static long number(Map<String, AttributeValue> item, String name, long absent) {
    AttributeValue value = item.get(name);
    return value == null || value.n() == null ? absent : Long.parseLong(value.n());
  }
}
