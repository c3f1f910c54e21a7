package io.eventwright.runtime.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** An array. */
public final class JsonArray implements JsonValue, Iterable<JsonValue> {

  private static final JsonArray EMPTY = new JsonArray(new JsonValue[0]);

  private final JsonValue[] items;

  private JsonArray(JsonValue[] items) {
    this.items = items;
  }

  /** An array of those items. */
  public static JsonArray of(Collection<? extends JsonValue> items) {
    return owned(items.toArray(new JsonValue[0]));
  }

  /** An array of those items. */
  public static JsonArray of(JsonValue... items) {
    return owned(items.clone());
  }

  /** Keeps {@code items} itself: for callers that let go of it. */
  static JsonArray owned(JsonValue[] items) {
    return items.length == 0 ? EMPTY : new JsonArray(items);
  }

  /** The number of items. */
  public int size() {
    return items.length;
  }

  /**
   * The item at an index from 0.
   *
   * @throws ArrayIndexOutOfBoundsException when there is none
   */
  public JsonValue get(int index) {
    return items[index];
  }

  /** The items as a list that cannot be changed. */
  public List<JsonValue> items() {
    return Collections.unmodifiableList(Arrays.asList(items));
  }

  @Override
  public Iterator<JsonValue> iterator() {
    return items().iterator();
  }

  @Override
  public String typeName() {
    return "array";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonArray array && Arrays.equals(items, array.items);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(items);
  }

  @Override
  public String toString() {
    return JsonText.of(this);
  }
}
