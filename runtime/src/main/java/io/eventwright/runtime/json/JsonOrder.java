package io.eventwright.runtime.json;

import java.util.Arrays;
import java.util.Comparator;

/** A total order of values; two compare as equal exactly when they are. */
final class JsonOrder implements Comparator<JsonValue> {

  @Override
  public int compare(JsonValue a, JsonValue b) {
    int kinds = Integer.compare(kind(a), kind(b));
    if (kinds != 0) {
      return kinds;
    }
    if (a instanceof JsonNumber number) {
      return number.compareTo((JsonNumber) b);
    }
    if (a instanceof JsonString string) {
      return string.value().compareTo(((JsonString) b).value());
    }
    if (a instanceof JsonArray array) {
      return compare(array, (JsonArray) b);
    }
    return a instanceof JsonObject object ? compare(object, (JsonObject) b) : 0;
  }

  private static int kind(JsonValue value) {
    if (value instanceof JsonBoolean bool) {
      return bool.value() ? 2 : 1;
    }
    if (value instanceof JsonNumber) {
      return 3;
    }
    if (value instanceof JsonString) {
      return 4;
    }
    if (value instanceof JsonArray) {
      return 5;
    }
    return value instanceof JsonObject ? 6 : 0;
  }

  private int compare(JsonArray a, JsonArray b) {
    int order = Integer.compare(a.size(), b.size());
    for (int i = 0; order == 0 && i < a.size(); i++) {
      order = compare(a.get(i), b.get(i));
    }
    return order;
  }

  private int compare(JsonObject a, JsonObject b) {
    int order = Integer.compare(a.size(), b.size());
    if (order != 0) {
      return order;
    }
    String[] names = sortedNames(a);
    String[] theirs = sortedNames(b);
    for (int i = 0; order == 0 && i < names.length; i++) {
      order = names[i].compareTo(theirs[i]);
    }
    for (int i = 0; order == 0 && i < names.length; i++) {
      order = compare(a.value(a.position(names[i])), b.value(b.position(names[i])));
    }
    return order;
  }

  private static String[] sortedNames(JsonObject object) {
    String[] names = object.names().toArray(new String[0]);
    Arrays.sort(names);
    return names;
  }
}
