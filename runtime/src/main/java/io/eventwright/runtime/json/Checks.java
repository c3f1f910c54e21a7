package io.eventwright.runtime.json;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What generated validators ask of a value beyond a line of Java. */
public final class Checks {

  /** Up to here comparing each with each is faster than sorting, and allocates nothing. */
  private static final int PAIRWISE_SIZE = 16;

  private Checks() {}

  /** Whether a text has fewer code points than that. */
  public static boolean isShorter(String text, int length) {
    return text.length() < length
        || text.length() < length * 2L && text.codePointCount(0, text.length()) < length;
  }

  /** Whether a text has more code points than that. */
  public static boolean isLonger(String text, int length) {
    return text.length() > length && text.codePointCount(0, text.length()) > length;
  }

  /** Whether an object has all those members. */
  public static boolean hasAll(JsonObject object, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (!object.has(names.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether no two items are equal. */
  public static boolean areUnique(JsonArray array) {
    if (array.size() > PAIRWISE_SIZE) {
      return areUniqueSorted(array);
    }
    for (int i = 1; i < array.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (array.get(i).equals(array.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Sorted, not hashed: whoever sends the items could make them all hash alike. */
  private static boolean areUniqueSorted(JsonArray array) {
    JsonValue[] items = array.items().toArray(new JsonValue[0]);
    Comparator<JsonValue> order = new JsonOrder();
    Arrays.sort(items, order);
    for (int i = 1; i < items.length; i++) {
      if (order.compare(items[i - 1], items[i]) == 0) {
        return false;
      }
    }
    return true;
  }
}
