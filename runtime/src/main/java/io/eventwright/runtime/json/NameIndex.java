package io.eventwright.runtime.json;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Finds a name among many. A hash table, until someone sends names that all hash alike: then a
 * sorted array, so that hostile names cost a logarithm and not the square of their number.
 */
final class NameIndex {

  private static final int LONGEST_PROBE = 64;

  private final int[] slots;
  private final boolean sorted;

  private NameIndex(int[] slots, boolean sorted) {
    this.slots = slots;
    this.sorted = sorted;
  }

  /** An index over names, null when one of them repeats. */
  static @Nullable NameIndex of(String[] names) {
    int capacity = Integer.highestOneBit(names.length * 2) * 2;
    int[] table = new int[capacity];
    for (int i = 0; i < names.length; i++) {
      int slot = slot(names[i], capacity);
      int probes = 0;
      while (table[slot] != 0) {
        if (names[table[slot] - 1].equals(names[i])) {
          return null;
        }
        if (++probes > LONGEST_PROBE) {
          return sorted(names);
        }
        slot = (slot + 1) & (capacity - 1);
      }
      table[slot] = i + 1;
    }
    return new NameIndex(table, false);
  }

  private static @Nullable NameIndex sorted(String[] names) {
    Integer[] order = new Integer[names.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(i -> names[i]));
    int[] slots = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      slots[i] = order[i];
      if (i > 0 && names[slots[i]].equals(names[slots[i - 1]])) {
        return null;
      }
    }
    return new NameIndex(slots, true);
  }

  private static int slot(String name, int capacity) {
    int hash = name.hashCode() * 0x9E3779B9;
    return (hash >>> 15 ^ hash) & (capacity - 1);
  }

  int find(String[] names, String name) {
    return sorted ? search(names, name) : probe(names, name);
  }

  private int probe(String[] names, String name) {
    int capacity = slots.length;
    int slot = slot(name, capacity);
    while (slots[slot] != 0) {
      int position = slots[slot] - 1;
      if (names[position].equals(name)) {
        return position;
      }
      slot = (slot + 1) & (capacity - 1);
    }
    return -1;
  }

  private int search(String[] names, String name) {
    int low = 0;
    int high = slots.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = names[slots[middle]].compareTo(name);
      if (order == 0) {
        return slots[middle];
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
