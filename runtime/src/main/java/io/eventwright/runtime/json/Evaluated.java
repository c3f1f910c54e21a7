package io.eventwright.runtime.json;

import java.util.BitSet;

/**
 * Which members of an object, or items of an array, some schema has spoken of: what {@code
 * unevaluatedProperties} and {@code unevaluatedItems} leave alone.
 */
public final class Evaluated {

  private final int size;

  /** The first 64 members; most values have no more. */
  private long first;

  private final BitSet rest;

  private Evaluated(int size) {
    this.size = size;
    this.rest = size > Long.SIZE ? new BitSet(size - Long.SIZE) : NONE;
  }

  private static final BitSet NONE = new BitSet(0);

  /** Nothing of a value is spoken of yet. */
  public static Evaluated of(JsonValue value) {
    if (value instanceof JsonObject object) {
      return new Evaluated(object.size());
    }
    return new Evaluated(value instanceof JsonArray array ? array.size() : 0);
  }

  /** Nothing of the same value: for a schema that may turn out not to fit. */
  public Evaluated branch() {
    return new Evaluated(size);
  }

  /** Adds a member or an item by its position. */
  public void add(int position) {
    if (position < Long.SIZE) {
      first |= 1L << position;
    } else {
      rest.set(position - Long.SIZE);
    }
  }

  /** Adds all items before a position. */
  public void addBefore(int position) {
    for (int i = 0; i < position && i < size; i++) {
      add(i);
    }
  }

  /** Adds every member or item. */
  public void addAll() {
    first = -1;
    rest.set(0, Math.max(0, size - Long.SIZE));
  }

  /** Adds what another schema has spoken of. */
  public void add(Evaluated other) {
    first |= other.first;
    if (size > Long.SIZE) {
      rest.or(other.rest);
    }
  }

  /** Whether a member or an item is spoken of. */
  public boolean has(int position) {
    return position < Long.SIZE ? (first >>> position & 1) != 0 : rest.get(position - Long.SIZE);
  }
}
