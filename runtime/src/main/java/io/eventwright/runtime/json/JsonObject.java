package io.eventwright.runtime.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object: members in the order of the document, each name once. */
public final class JsonObject implements JsonValue {

  private static final JsonObject EMPTY = new JsonObject(new String[0], new JsonValue[0], null);

  /** Up to here a look through all names is faster than an index. */
  private static final int SCANNED_SIZE = 8;

  private final String[] names;
  private final JsonValue[] values;
  private final @Nullable NameIndex index;

  private JsonObject(String[] names, JsonValue[] values, @Nullable NameIndex index) {
    this.names = names;
    this.values = values;
    this.index = index;
  }

  /** An object of those members, in the order the map gives them. */
  public static JsonObject of(Map<String, ? extends JsonValue> members) {
    Builder builder = builder();
    members.forEach(builder::put);
    return builder.build();
  }

  /** An object with nothing in it. */
  public static JsonObject empty() {
    return EMPTY;
  }

  /** Starts a new object. */
  public static Builder builder() {
    return new Builder();
  }

  /** The number of members. */
  public int size() {
    return names.length;
  }

  /** The name of the member at a position from 0, in the order of the document. */
  public String name(int position) {
    return names[position];
  }

  /** The value of the member at a position from 0, in the order of the document. */
  public JsonValue value(int position) {
    return values[position];
  }

  /** The value of a name, null when the object has no such member. */
  public @Nullable JsonValue get(String name) {
    int position = position(name);
    return position < 0 ? null : values[position];
  }

  /** Whether there is a member of that name. */
  public boolean has(String name) {
    return position(name) >= 0;
  }

  /** The names in the order of the document, as a list that cannot be changed. */
  public List<String> names() {
    return Collections.unmodifiableList(Arrays.asList(names));
  }

  /** The position of a name from 0, -1 when the object has no such member. */
  public int position(String name) {
    if (index != null) {
      return index.find(names, name);
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String typeName() {
    return "object";
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof JsonObject object) || object.names.length != names.length) {
      return false;
    }
    for (int i = 0; i < names.length; i++) {
      JsonValue theirs = object.get(names[i]);
      if (theirs == null || !values[i].equals(theirs)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int sum = 0;
    for (int i = 0; i < names.length; i++) {
      sum += names[i].hashCode() * 31 ^ values[i].hashCode();
    }
    return sum;
  }

  @Override
  public String toString() {
    return JsonText.of(this);
  }

  /** Builds an object, member by member. */
  public static final class Builder {

    private final List<String> names = new ArrayList<>();
    private final List<JsonValue> values = new ArrayList<>();

    private Builder() {}

    /** Adds a member; a name given twice is found by {@link #build()}. */
    public Builder put(String name, JsonValue value) {
      names.add(name);
      values.add(value);
      return this;
    }

    /**
     * The object.
     *
     * @throws IllegalArgumentException when a name was given twice
     */
    public JsonObject build() {
      JsonObject object = buildOrNull();
      if (object == null) {
        throw new IllegalArgumentException("a name is given twice");
      }
      return object;
    }

    /** The object, null when a name was given twice. */
    @Nullable JsonObject buildOrNull() {
      int size = names.size();
      if (size == 0) {
        return EMPTY;
      }
      String[] all = names.toArray(new String[0]);
      NameIndex index = null;
      if (size > SCANNED_SIZE) {
        index = NameIndex.of(all);
        if (index == null) {
          return null;
        }
      } else if (repeats(all)) {
        return null;
      }
      return new JsonObject(all, values.toArray(new JsonValue[0]), index);
    }

    private static boolean repeats(String[] names) {
      for (int i = 1; i < names.length; i++) {
        for (int j = 0; j < i; j++) {
          if (names[i].equals(names[j])) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
